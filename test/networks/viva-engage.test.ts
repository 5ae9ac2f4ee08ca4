import type { AccountAccess } from '../../src/networks/kit/account.js';
import { UnknownOutcome } from '../../src/networks/kit/failure.js';
import { vivaEngage } from '../../src/networks/viva-engage/network.js';
import { HttpClient } from '../../src/platform/http/http-client.js';
import { startVivaSimulator, type VivaSimulator } from '../../src/simulator/viva-engage/simulator.js';
import { Reader, replyTo } from './support/reader.js';

let server: VivaSimulator;
let http: HttpClient;
let account: AccountAccess;
let reader: Reader;

beforeEach(async () => {
  server = await startVivaSimulator({ now: () => new Date() });
  http = new HttpClient({ allowPrivateNetwork: true });
  const app = { tenant: 'northline.example', clientId: 'client', clientSecret: 'secret' };
  const settings = { refreshToken: server.refreshToken, communities: server.community };
  const asked = { externalId: '', apiBase: server.url, app, settings, limits: {} };
  const check = await vivaEngage.check(asked, http);
  account = { ...asked, externalId: check.externalId, settings: check.settings ?? settings };
  reader = new Reader(vivaEngage, account, http);
});
afterEach(async () => {
  await http.close();
  await server.stop();
});

it('brings what is said in the community and in private once, and our answers as ours', async () => {
  server.writes('lea', 'Which router for 8 Gb/s?');
  server.writes('tom', 'Between us: in May', { isDirect: true });
  await reader.catchUp();
  expect(reader.theirs().map(({ text, messageKind }) => [messageKind, text])).toEqual([
    ['direct', 'Between us: in May'],
    ['visitor-post', 'Which router for 8 Gb/s?'],
  ]);
  for (const message of reader.theirs()) await vivaEngage.send(replyTo(message), account, http);
  expect(server.published()).toHaveLength(2);
  await reader.catchUp();
  expect(await reader.catchUp()).toEqual([]);
});

it('sees more than a page of news', async () => {
  await reader.catchUp();
  for (let number = 0; number < 55; number += 1) server.writes('lea', `message ${number}`);
  await reader.catchUp();
  expect(new Set(reader.theirs().map(({ text }) => text)).size).toBe(55);
});

it('reads back what was published before the connection broke, and knows what was not', async () => {
  server.writes('lea', 'Which router?');
  await reader.catchUp();
  const reply = replyTo(reader.last());
  server.script.cut({ method: 'POST', path: '/messages.json' });
  await expect(vivaEngage.send(reply, account, http)).rejects.toThrow(UnknownOutcome);
  expect(await vivaEngage.settle?.(reply, account, http)).toMatchObject({ is: 'sent' });
  expect(await vivaEngage.settle?.({ ...reply, text: 'something else' }, account, http)).toEqual({ is: 'absent' });
});

it('keeps the refresh token that each refresh gives, for the last one ends', async () => {
  server.endTokens();
  await expect(vivaEngage.poll?.(null, account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  const fresh = await vivaEngage.refresh?.(account, http);
  const renewed = { ...account, settings: fresh?.settings ?? {} };
  await expect(vivaEngage.poll?.(null, renewed, http)).resolves.toBeDefined();
  await expect(vivaEngage.refresh?.(account, http)).rejects.toMatchObject({ kind: 'needs-reauth' });
  await expect(vivaEngage.refresh?.(renewed, http)).resolves.toBeDefined();
});

it('likes, takes the like back, and deletes what is ours', async () => {
  const id = server.writes('lea', 'Which router?');
  await reader.catchUp();
  const act = (name: 'like' | 'unlike' | 'delete', messageId: string) =>
    vivaEngage.moderate?.({ act: name, messageId }, account, http);
  await act('like', String(id));
  expect(server.isLiked(id)).toBe(true);
  await act('unlike', String(id));
  expect(server.isLiked(id)).toBe(false);
  const sent = await vivaEngage.send(replyTo(reader.last()), account, http);
  await act('delete', sent.id);
  expect(server.published()).toEqual([]);
  await act('delete', sent.id);
});
