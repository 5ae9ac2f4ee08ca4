import { SendFailure, UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { AccountAccess } from '../../src/networks/kit/account.js';
import { reddit } from '../../src/networks/reddit/network.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import { startRedditSimulator, type RedditSimulator } from '../../src/simulator/reddit/simulator.js';
import { Reader, replyTo } from './support/reader.js';

let server: RedditSimulator;
let http: HttpClient;
let account: AccountAccess;
let reader: Reader;

beforeEach(async () => {
  server = await startRedditSimulator({ now: () => new Date() });
  http = new HttpClient({ allowPrivateNetwork: true });
  const app = { clientId: 'client', clientSecret: 'secret' };
  const settings = { refreshToken: server.refreshToken, subreddit: 'r/northline' };
  const asked = { externalId: '', apiBase: server.url, app, settings, limits: {} };
  const check = await reddit.check(asked, http);
  expect(check).toMatchObject({ externalId: 'Northline_Care', missing: [], expiresAt: expect.any(Date) });
  account = { ...asked, externalId: check.externalId, settings: check.settings ?? settings };
  reader = new Reader(reddit, account, http);
});
afterEach(async () => {
  await http.close();
  await server.stop();
});

it('brings comments, private messages and modmail once, and our own words as ours', async () => {
  server.comments('lea', 'No fibre');
  server.writes('tom', { subject: 'Contract', body: 'Where is it?' });
  server.asksModerators('zoe', 'Banned', 'Why?');
  await reader.catchUp();
  expect(
    reader
      .theirs()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Banned\n\nWhy?', 'Contract\n\nWhere is it?', 'No fibre']);
  for (const message of reader.theirs()) await reddit.send(replyTo(message), account, http);
  expect(server.published()).toHaveLength(3);
  await reader.catchUp();
  expect(reader.messages().filter(({ from }) => from === 'us').length).toBeGreaterThanOrEqual(2);
  expect(await reader.catchUp()).toEqual([]);
});

it('sees more than a page of news', async () => {
  await reader.catchUp();
  for (let number = 0; number < 250; number += 1) server.comments(`person${number}`, `message ${number}`);
  await reader.catchUp();
  expect(new Set(reader.theirs().map(({ text }) => text)).size).toBe(250);
});

it('finds edits and deletions, which Reddit does not tell', async () => {
  const first = server.comments('lea', 'No fibre');
  const second = server.comments('tom', 'None here either');
  await reader.catchUp();
  server.edits(first.name, 'No fibre in Lyon');
  server.deletes(second.name);
  await reader.catchUp();
  expect(reader.theirs().at(-1)).toMatchObject({ id: first.name, text: 'No fibre in Lyon' });
  expect(reader.events()).toContainEqual(expect.objectContaining({ kind: 'message-deleted', id: second.name }));
});

it('reads back what was published before the connection broke, and knows what was not', async () => {
  server.comments('lea', 'No fibre');
  await reader.catchUp();
  const reply = replyTo(reader.last());
  server.script.cut({ method: 'POST', path: '/api/comment' });
  await expect(reddit.send(reply, account, http)).rejects.toThrow(UnknownOutcome);
  expect(await reddit.settle?.(reply, account, http)).toMatchObject({
    is: 'sent',
    sent: { id: expect.stringMatching(/^t1_/) },
  });
  expect(await reddit.settle?.({ ...reply, text: 'something else' }, account, http)).toEqual({ is: 'absent' });
  expect(server.published()).toEqual([reply.text]);
});

it('refreshes its token, and says when only a human can help', async () => {
  server.endTokens();
  await expect(reddit.poll?.(null, account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  const fresh = await reddit.refresh?.(account, http);
  const renewed = { ...account, settings: fresh?.settings ?? {} };
  expect((await reddit.poll?.(null, renewed, http))?.items).toEqual(expect.any(Array));
  server.takeBack();
  await expect(reddit.refresh?.(renewed, http)).rejects.toMatchObject({ kind: 'needs-reauth', code: 'invalid_grant' });
});

it('removes, approves, corrects and deletes; an answer to what is gone is refused with its reason', async () => {
  const comment = server.comments('lea', 'Buy my coins');
  const act = (name: 'hide' | 'unhide') => reddit.moderate?.({ act: name, messageId: comment.name }, account, http);
  await act('hide');
  expect(server.isRemoved(comment.name)).toBe(true);
  await act('unhide');
  expect(server.isRemoved(comment.name)).toBe(false);
  await reader.catchUp();
  const { id } = await reddit.send(replyTo(reader.last()), account, http);
  await reddit.moderate?.({ act: 'edit-own', messageId: id, text: 'Corrected.' }, account, http);
  expect(server.published()).toEqual(['Corrected.']);
  server.deletes(comment.name);
  const refused = reddit.send(replyTo(reader.last()), account, http);
  await expect(refused).rejects.toThrow(SendFailure);
  await expect(refused).rejects.toMatchObject({ kind: 'rejected', code: 'DELETED_COMMENT' });
});
