import type { Http, HttpAnswer } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { refusal } from '../kit/calling.js';
import { UnknownOutcome } from '../kit/failure.js';
import { present } from '../kit/present.js';
import type { OutboundMessage, Sent, Settled } from '../kit/outbound.js';
import { fields, id, instant, text, type Fields } from '../kit/read.js';
import { api } from './api.js';
import { chatOf } from './live-key.js';
import { repliesOf } from './threads.js';

const liveLetters = 200;
const clockSlackMs = 2 * 60_000;

export async function send(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  const chat = chatOf(message.thread);
  if (chat !== undefined) return sendLive(chat, { message, account, http });
  const parentId = parentOf(message);
  if (parentId === undefined) throw refusal('no-parent', 'a reply on YouTube answers a comment');
  const body = { json: { snippet: { parentId, textOriginal: wordsOf(message, parentId) } } };
  const call = { method: 'POST', path: '/comments', query: { part: 'snippet' }, body } as const;
  return sentOf(await api.publish(account, http, call));
}

async function sendLive(
  liveChatId: string,
  {
    message,
    account,
    http,
  }: { readonly message: OutboundMessage; readonly account: AccountAccess; readonly http: Http },
): Promise<Sent> {
  const named = message.to.handle === undefined ? message.text : `@${message.to.handle} ${message.text}`;
  const messageText = [...named].length <= liveLetters ? named : message.text;
  const letters = [...messageText].length;
  if (letters > liveLetters)
    throw refusal('too-long', `a live message has at most ${liveLetters} characters, not ${letters}`);
  const snippet = { liveChatId, type: 'textMessageEvent', textMessageDetails: { messageText } };
  const call = {
    method: 'POST',
    path: '/liveChat/messages',
    query: { part: 'snippet' },
    body: { json: { snippet } },
  } as const;
  return sentOf(await api.publish(account, http, call));
}

/** There is one level of replies: what answers a reply hangs under the same comment. */
function parentOf({ answers, thread }: OutboundMessage): string | undefined {
  const named = answers ?? thread.split(':')[0] ?? '';
  const top = named.split('.')[0] ?? '';
  return top === '' ? undefined : top;
}

/** To a reply, the name says who is meant. */
function wordsOf({ text: words, answers, to }: OutboundMessage, parentId: string): string {
  const isToReply = answers !== undefined && answers !== parentId;
  return isToReply && to.handle !== undefined && !words.startsWith('@') ? `@${to.handle} ${words}` : words;
}

function sentOf(answer: HttpAnswer): Sent {
  const published = fields(answer.json());
  const messageId = id(published['id']);
  if (messageId === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return { id: messageId, ...present({ at: instant(fields(published['snippet'])['publishedAt']) }) };
}

/** The replies under the comment are read back: what stands there with the same words, by us, since the try began, is it. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const parentId = parentOf(message);
  // A live chat cannot be read back by its author.
  if (chatOf(message.thread) !== undefined || parentId === undefined) return { is: 'unclear' };
  const since = message.startedAt.getTime() - clockSlackMs;
  const replies = await repliesOf(parentId, { account, http });
  const ours = replies.find((reply) => isOurs(reply, { account, since, words: wordsOf(message, parentId) }));
  const messageId = id(ours?.['id']);
  // It may be held for review, where replies cannot be listed: sent again it would stand there twice.
  if (messageId === undefined) return { is: 'unclear' };
  return { is: 'sent', sent: { id: messageId, ...present({ at: instant(fields(ours?.['snippet'])['publishedAt']) }) } };
}

function isOurs(
  reply: Fields,
  by: { readonly account: AccountAccess; readonly since: number; readonly words: string },
): boolean {
  const snippet = fields(reply['snippet']);
  const author = id(fields(snippet['authorChannelId'])['value']);
  const at = instant(snippet['publishedAt'])?.getTime() ?? 0;
  const words = text(snippet['textOriginal']) ?? text(snippet['textDisplay']) ?? '';
  return author === by.account.externalId && at >= by.since && plain(words) === plain(by.words);
}

function plain(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
