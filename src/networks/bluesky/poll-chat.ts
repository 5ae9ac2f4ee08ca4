import { tolerated } from '../kit/calling.js';
import type { Meter } from '../kit/pace.js';
import { fields, instant, list, text, type Fields } from '../kit/read.js';
import type { Fetched } from '../kit/source.js';
import { tidOf } from './address.js';
import { ask } from './call.js';
import type { Ways } from './lists.js';

interface ChatNews {
  readonly items: readonly Fetched[];
  readonly rev: string | undefined;
  readonly more: boolean;
}

const mostPages = 5;
const lookBackMs = 60 * 60_000;

/** What happened in private conversations since `rev`. An account without access to them has none. */
export async function pollChat(rev: string | undefined, ways: Ways, gauge: Meter): Promise<ChatNews> {
  const asked = rev === undefined ? beginning(ways, gauge) : since(rev, ways);
  return tolerated(asked, { items: [], rev, more: false });
}

async function since(rev: string, ways: Ways): Promise<ChatNews> {
  const entries: Fields[] = [];
  let [next, hasEnded] = [rev, false];
  for (let pages = 0; pages < mostPages && !hasEnded; pages += 1) {
    const query = { cursor: next };
    const told = await ask(ways.account, ways.http, { name: 'chat.bsky.convo.getLog', query, chat: true });
    const page = list(told['logs']).map(fields);
    entries.push(...page);
    const cursor = text(told['cursor']) ?? next;
    hasEnded = page.length === 0 || cursor === next;
    next = cursor;
  }
  return { items: await itemsOf(entries, ways), rev: next, more: !hasEnded };
}

/** The first time: what was written in the last hour; the log itself is read from there on. */
async function beginning(ways: Ways, gauge: Meter): Promise<ChatNews> {
  const { account, http } = ways;
  const query = { limit: '50' };
  const told = await ask(account, http, { name: 'chat.bsky.convo.listConvos', query, chat: true });
  const convos = list(told['convos']).map(fields);
  const now = gauge.now()?.getTime() ?? 0;
  const from = now - lookBackMs;
  const entries: Fields[] = [];
  for (const convo of convos.filter((one) => sentAt(fields(one['lastMessage'])) >= from)) {
    entries.push(...(await recentOf(text(convo['id']) ?? '', from, ways)));
  }
  const revs = convos.flatMap((convo) => text(convo['rev']) ?? []);
  const rev = revs.reduce((a, b) => (a > b ? a : b), tidOf(BigInt(now) * 1000n, 0n));
  return { items: await itemsOf(entries, ways), rev: revs.length === 0 ? rev : newest(revs), more: false };
}

async function recentOf(convoId: string, from: number, { account, http }: Ways): Promise<Fields[]> {
  const query = { convoId, limit: '50' };
  const told = await ask(account, http, { name: 'chat.bsky.convo.getMessages', query, chat: true });
  const recent = list(told['messages'])
    .map(fields)
    .filter((message) => sentAt(message) >= from);
  return recent
    .reverse()
    .map((message) => ({ $type: 'chat.bsky.convo.defs#logCreateMessage', rev: message['rev'], convoId, message }));
}

async function itemsOf(entries: readonly Fields[], ways: Ways): Promise<Fetched[]> {
  const members = new Map<string, readonly unknown[]>();
  const items: Fetched[] = [];
  for (const entry of entries) {
    const convo = text(entry['convoId']);
    const isWords = convo !== undefined && entry['message'] !== undefined;
    if (isWords && !members.has(convo)) members.set(convo, await membersOf(convo, ways));
    const taking = members.get(convo ?? '') ?? [];
    items.push({ key: keyOf(entry), body: { relais: 'poll', log: entry, members: taking } });
  }
  return items;
}

/** Who talks there; nobody when it cannot be told, and then the sender's DID has to do. */
async function membersOf(convoId: string, { account, http }: Ways): Promise<readonly unknown[]> {
  const call = ask(account, http, { name: 'chat.bsky.convo.getConvo', query: { convoId }, chat: true });
  const told: Fields = await tolerated<Fields, Fields>(call, {});
  return list(fields(told['convo'])['members']).map((member) => {
    const { did, handle, displayName, avatar } = fields(member);
    return { did, handle, displayName, avatar };
  });
}

/** A message has one key, whether it was found in the log or in its conversation. */
function keyOf(entry: Fields): string {
  const kind = text(entry['$type'])?.split('#')[1] ?? '';
  const message = text(fields(entry['message'])['id']) ?? '';
  const place = `${text(entry['convoId']) ?? ''}:${message}`;
  return kind === 'logCreateMessage' ? `chat:${place}` : `chat-log:${place}:${kind}:${text(entry['rev']) ?? ''}`;
}

function sentAt(message: Fields): number {
  return instant(message['sentAt'])?.getTime() ?? 0;
}

function newest(revs: readonly string[]): string {
  return revs.reduce((a, b) => (a > b ? a : b), '');
}
