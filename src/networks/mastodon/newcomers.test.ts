import { beginning, newcomers, type Entry, type PagedList } from './newcomers.js';

interface Server {
  readonly cap: number;
  readonly ignoresMinId?: boolean;
  readonly ignoresAll?: boolean;
}

function entry(number: number, edition = 0): Entry {
  return { id: String(number), at: number * 1000, key: `status:${number}:${edition}`, value: {} };
}

function entries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_none, index) => entry(from + index));
}

/** A server that pages newest first, as each kind of server does. */
function serving(all: () => readonly Entry[], { cap, ignoresMinId, ignoresAll }: Server) {
  let calls = 0;
  const list: PagedList = {
    page(query) {
      calls += 1;
      const minId = ignoresMinId === true || ignoresAll === true ? undefined : query['min_id'];
      const maxId = ignoresAll === true ? undefined : query['max_id'];
      const within = all()
        .filter(({ id }) => minId === undefined || Number(id) > Number(minId))
        .filter(({ id }) => maxId === undefined || Number(id) < Number(maxId))
        .sort((a, b) => Number(b.id) - Number(a.id));
      return Promise.resolve(minId === undefined ? within.slice(0, cap) : within.slice(-cap));
    },
  };
  return { list, calls: () => calls };
}

const servers: readonly [string, Server][] = [
  ['a server like Mastodon', { cap: 40 }],
  ['a server with small pages', { cap: 3 }],
  ['a server with pages of the size of the overlap', { cap: 9 }],
  ['a server that ignores min_id', { cap: 15, ignoresMinId: true }],
  ['a server that answers everything to everyone', { cap: 1000, ignoresAll: true }],
];

describe.each(servers)('%s', (_name, server) => {
  it.each([[0], [1], [5], [60]])('gives every newcomer once and in order, beginning with %i', async (before) => {
    const all = entries(1, before);
    const { list } = serving(() => all, server);
    let { known } = await beginning(list);
    const found: string[] = [];
    for (const burst of [1, 0, 7, 130, 2, 41]) {
      all.push(...entries(all.length + 1, all.length + burst));
      for (let more = true; more;) {
        const news = await newcomers(list, known, 40);
        expect(news.entries.length).toBeLessThanOrEqual(40);
        found.push(...news.entries.map((one) => one.id));
        ({ known, more } = news);
      }
    }
    expect(found).toEqual(entries(before + 1, all.length).map((one) => one.id));
  });
});

describe('a list that is followed', () => {
  it('is asked once when nothing is new', async () => {
    const { list, calls } = serving(() => entries(1, 100), { cap: 40 });
    const { known } = await beginning(list);
    await newcomers(list, known, 40);
    expect(calls()).toBe(2);
  });

  it('gives an entry that became visible late, behind newer ones', async () => {
    const all = [...entries(1, 20), entry(22)];
    const { list } = serving(() => all, { cap: 40 });
    const { known } = await beginning(list);
    all.push(entry(21));
    expect((await newcomers(list, known, 40)).entries.map((one) => one.id)).toEqual(['21']);
  });

  it('gives a new edition of an entry that it knows', async () => {
    let all = entries(1, 20);
    const { list } = serving(() => all, { cap: 40 });
    const { known } = await beginning(list);
    all = all.map((one) => (one.id === '12' ? entry(12, 5) : one));
    const news = await newcomers(list, known, 40);
    expect(news.entries.map((one) => one.key)).toEqual(['status:12:5']);
    expect((await newcomers(list, news.known, 40)).entries).toEqual([]);
  });

  it('does not take old entries for new when those it knew are deleted', async () => {
    let all = entries(1, 200);
    const { list } = serving(() => all, { cap: 40 });
    const { known } = await beginning(list);
    all = [...all.slice(0, 150), ...entries(201, 203)];
    expect((await newcomers(list, known, 40)).entries.map((one) => one.id)).toEqual(['201', '202', '203']);
  });
});
