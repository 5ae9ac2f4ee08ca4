import type { FeedRow } from '../store/feed/feed.store.js';
import { RecentFeed } from './recent-feed.js';

const row = (xid: number, id: number, workspaceId = 1): FeedRow => ({
  workspaceId,
  xid: BigInt(xid),
  id: BigInt(id),
  scope: null,
  event: { type: 'team.changed' },
});
const place = (xid: number, id: number) => ({ xid: BigInt(xid), id: BigInt(id) });
const ask = { workspaceId: 1, limit: 10 };

function given(rows: readonly FeedRow[]): RecentFeed {
  const recent = new RecentFeed();
  recent.startAt(place(10, 0));
  const last = rows.at(-1);
  if (last) recent.add(rows, { xid: last.xid, id: last.id });
  return recent;
}

it('knows nothing before it has begun', () => {
  expect(new RecentFeed().after(place(0, 0), ask)).toBeNull();
  expect(new RecentFeed().end).toBeNull();
});

it('gives what one workspace was told after a place, up to where it has read', () => {
  const rows = [row(10, 1), row(10, 2, 2), row(9, 5), row(11, 1), row(12, 1, 2)];
  const recent = given(rows);
  expect(recent.after(place(10, 1), ask)).toEqual({ rows: [row(11, 1)], to: place(12, 1) });
  expect(recent.after(place(12, 1), ask)).toEqual({ rows: [], to: place(12, 1) });
});

it('gives no more than asked for, and says how far that goes', () => {
  const recent = given([row(11, 1), row(11, 2), row(11, 3)]);
  expect(recent.after(place(10, 0), { workspaceId: 1, limit: 2 })).toMatchObject({ to: place(11, 2) });
  expect(recent.after(place(10, 0), { workspaceId: 1, limit: 3 })).toMatchObject({ to: place(11, 3) });
});

it('says that it does not know any more rather than leave something out', () => {
  const recent = given([]);
  expect(recent.after(place(9, 9), ask)).toBeNull();
  for (let xid = 11; xid < 3000; xid += 1) recent.add([row(xid, 1)], place(xid, 1));
  expect(recent.after(place(10, 0), ask)).toBeNull();
  expect(recent.after(place(2990, 1), ask)?.rows).toHaveLength(9);
  recent.startAt(place(1, 0));
  expect(recent.after(place(1, 0), ask)).toEqual({ rows: [], to: place(1, 0) });
});
