import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { harmless, isSuccess, refusal } from '../kit/calling.js';
import type { ModerationAct } from '../kit/capabilities.js';
import type { Moderation } from '../kit/network.js';
import { fields, list, text, type Fields } from '../kit/read.js';
import { readChatKey, readUri } from './address.js';
import { ask, xrpc } from './call.js';
import { errorName, failureOf } from './failures.js';
import type { Ways } from './lists.js';
import { readPost, refOf } from './target.js';

type Doer = (messageId: string, ways: Ways) => Promise<void>;

const ways: Readonly<Partial<Record<ModerationAct, Doer>>> = {
  delete: remove,
  hide: (uri, by) => gate(uri, true, by),
  unhide: (uri, by) => gate(uri, false, by),
  like: (id, by) => (readChatKey(id) ? react(id, 'addReaction', by) : like(id, by)),
  unlike: (id, by) => (readChatKey(id) ? react(id, 'removeReaction', by) : unlike(id, by)),
};

const gateCollection = 'app.bsky.feed.threadgate';
/** The most that a threadgate holds. */
const mostHidden = 300;
const heart = '❤️';

export async function moderate(act: Moderation, account: AccountAccess, http: Http): Promise<void> {
  const doer = ways[act.act];
  const isKnown = readUri(act.messageId) !== undefined || readChatKey(act.messageId) !== undefined;
  if (doer === undefined || !isKnown) throw refusal('not-possible', `this network cannot ${act.act} that`);
  await doer(act.messageId, { account, http });
}

/** Deleting what is not there is answered like a deletion. */
async function remove(id: string, { account, http }: Ways): Promise<void> {
  const uri = readUri(id);
  if (uri?.did !== account.externalId) throw refusal('not-possible', 'only posts of our own can be deleted');
  const json = { repo: uri.did, collection: uri.collection, rkey: uri.rkey };
  await ask(account, http, { name: 'com.atproto.repo.deleteRecord', json });
}

async function like(uri: string, { account, http }: Ways): Promise<void> {
  const post = await readPost(uri, account, http);
  if (text(fields(post['viewer'])['like']) !== undefined) return;
  // The order of likes is by when the network saw them; this time is only asked for.
  const record = { $type: 'app.bsky.feed.like', subject: refOf(post), createdAt: text(post['indexedAt']) };
  const json = { repo: account.externalId, collection: 'app.bsky.feed.like', record };
  await ask(account, http, { name: 'com.atproto.repo.createRecord', json });
}

async function unlike(uri: string, { account, http }: Ways): Promise<void> {
  const ours = readUri(text(fields((await readPost(uri, account, http))['viewer'])['like']));
  if (ours === undefined) return;
  const json = { repo: account.externalId, collection: ours.collection, rkey: ours.rkey };
  await ask(account, http, { name: 'com.atproto.repo.deleteRecord', json });
}

async function react(id: string, name: 'addReaction' | 'removeReaction', { account, http }: Ways): Promise<void> {
  const found = readChatKey(id);
  const json = { convoId: found?.convo, messageId: found?.message, value: heart };
  await ask(account, http, { name: `chat.bsky.convo.${name}`, json, chat: true });
}

/** A reply is hidden by the gate of its thread, which only the thread's author has. */
async function gate(uri: string, isHidden: boolean, by: Ways): Promise<void> {
  const { account, http } = by;
  const post = await readPost(uri, account, http);
  const root = readUri(text(fields(fields(fields(post['record'])['reply'])['root'])['uri']));
  if (root?.did !== account.externalId)
    throw refusal('not-possible', 'only replies under posts of our own can be hidden');
  const { record, cid } = await readGate(root.rkey, by);
  const before = list(record['hiddenReplies']).flatMap((one) => text(one) ?? []);
  if (before.includes(uri) === isHidden) return;
  const others = before.filter((one) => one !== uri);
  const hiddenReplies = isHidden ? [...others, uri].slice(-mostHidden) : others;
  const json = {
    repo: account.externalId,
    collection: gateCollection,
    rkey: root.rkey,
    record: {
      $type: gateCollection,
      post: `at://${root.did}/${root.collection}/${root.rkey}`,
      createdAt: text(post['indexedAt']),
      ...record,
      hiddenReplies,
    },
    // Somebody may be changing it in the app.
    swapRecord: cid,
  };
  await ask(account, http, { name: 'com.atproto.repo.putRecord', json });
}

async function readGate(rkey: string, { account, http }: Ways): Promise<{ record: Fields; cid: string | null }> {
  const query = { repo: account.externalId, collection: gateCollection, rkey };
  const answer = await harmless(xrpc(account, http, { name: 'com.atproto.repo.getRecord', query }));
  const told = fields(answer.json());
  if (isSuccess(answer)) return { record: fields(told['value']), cid: text(told['cid']) ?? null };
  const isNone = errorName(answer) === 'RecordNotFound' || /could not locate/iu.test(text(told['message']) ?? '');
  if (!isNone) throw failureOf(answer);
  return { record: {}, cid: null };
}
