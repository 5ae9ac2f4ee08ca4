import type { ReplyRules } from './reply-rules.js';
import { replyWays, type AnswerRules, type WayAccount, type WayThread } from './reply-ways.js';

const now = new Date('2026-03-08T10:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rules = (change: Partial<ReplyRules>): ReplyRules => ({
  maxLength: 2000,
  unit: 'utf16',
  attachments: { max: 1, maxBytes: 1000, types: ['image'], withText: true },
  window: null,
  ...change,
});
const networks: Readonly<Record<string, AnswerRules>> = {
  page: { replies: { public: rules({}) }, publicToPrivate: { via: 'chat', oncePerMessage: true, days: 7 } },
  chat: { replies: { private: rules({ window: { hours: 24, humanAgentHours: 168 } }) } },
};
const rulesOf = (network: string) => networks[network];
const account = (network: string, change: Partial<WayAccount> = {}): WayAccount => ({
  id: network,
  name: 'Northline',
  network,
  externalId: '1',
  state: 'active',
  humanAgent: false,
  maxLength: null,
  ...change,
});
const comment: WayThread = {
  space: 'public',
  account: account('page'),
  lastInboundAt: hoursAgo(1),
  reachable: true,
  privateUsed: false,
  privateAccount: account('chat'),
};
const chat: WayThread = { ...comment, space: 'private', account: account('chat'), privateAccount: null };
const shuts = (thread: WayThread) => replyWays(thread, rulesOf, now).map(({ space, shut }) => [space, shut]);

it('offers a comment its own space first, then the private one', () => {
  expect(shuts(comment)).toEqual([
    ['public', null],
    ['private', null],
  ]);
});

it.each<[string, Partial<WayThread>, string]>([
  ['it was used', { privateUsed: true }, 'private-used'],
  ['seven days have passed', { lastInboundAt: hoursAgo(168) }, 'private-too-late'],
  ['there is no account for it', { privateAccount: null }, 'no-account'],
  ['that account was taken away', { privateAccount: account('chat', { state: 'disconnected' }) }, 'account-paused'],
])('shuts the private way of a comment when %s', (_name, change, reason) => {
  expect(shuts({ ...comment, ...change })).toEqual([
    ['public', null],
    ['private', reason],
  ]);
});

it('shuts a private exchange at the very end of its window, and later for accounts that may answer late', () => {
  expect(shuts({ ...chat, lastInboundAt: hoursAgo(24) })).toEqual([['private', 'window-closed']]);
  const approved = { ...chat, account: account('chat', { humanAgent: true }) };
  expect(shuts({ ...approved, lastInboundAt: hoursAgo(167) })).toEqual([['private', null]]);
  expect(shuts({ ...approved, lastInboundAt: hoursAgo(168) })).toEqual([['private', 'window-closed']]);
});

it('lets replies of an account that waits for its repair be written: they are held', () => {
  expect(shuts({ ...chat, account: account('chat', { state: 'needs-reauth' }) })).toEqual([['private', null]]);
});

it('takes the limit of the very account where that is known', () => {
  const [way] = replyWays({ ...comment, account: account('page', { maxLength: 5000 }) }, rulesOf, now);
  expect(way?.maxLength).toBe(5000);
});

it('knows no way on a network that it does not know', () => {
  expect(shuts({ ...chat, account: account('pigeon') })).toEqual([]);
});
