import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { isSuccess, publishing, refusal } from '../kit/calling.js';
import { SendFailure, UnknownOutcome } from '../kit/failure.js';
import type { OutboundMessage, Sent } from '../kit/outbound.js';
import { fields, instant, text, type Fields } from '../kit/read.js';
import { chatKey, readChatKey } from './address.js';
import { ask, xrpc } from './call.js';
import { facetsOf } from './facets.js';
import { outcomeOf } from './failures.js';
import { didOf } from './name.js';

const publishTimeoutMs = 30_000;

/** A private message; from a public one, its conversation is opened first. */
export async function sendPrivately(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Sent> {
  if (message.files.length > 0) throw refusal('no-files', 'private messages carry no files');
  const convoId = await convoOf(message, account, http);
  const facets = await facetsOf(message.text, (handle) => didOf(handle, account, http));
  const answered = readChatKey(message.answers ?? '');
  const words = {
    text: message.text,
    ...(facets.length === 0 ? {} : { facets }),
    ...(answered?.convo === convoId ? { replyTo: { messageId: answered.message } } : {}),
  };
  const json = { convoId, message: words };
  const call = { name: 'chat.bsky.convo.sendMessage', json, chat: true, timeoutMs: publishTimeoutMs } as const;
  const answer = await publishing(xrpc(account, http, call));
  if (!isSuccess(answer)) throw outcomeOf(answer);
  const sent = sentMessage(fields(answer.json()), convoId, message);
  if (sent === undefined) throw new UnknownOutcome('a publication was answered without an id');
  return sent;
}

/** Throws `SendFailure` for a person who does not want it. */
export async function convoOf(message: OutboundMessage, account: AccountAccess, http: Http): Promise<string> {
  if (message.fromPublic === undefined) return message.thread;
  const query = { members: message.to.id };
  const call = { name: 'chat.bsky.convo.getConvoForMembers', query, chat: true } as const;
  const told = await ask(account, http, call).catch((error: unknown) => {
    throw isRefusedByPerson(error) ? unreachable(error) : error;
  });
  const convoId = text(fields(told['convo'])['id']);
  if (convoId === undefined) throw refusal('no-convo', 'the server answered without a conversation');
  return convoId;
}

export function sentMessage(view: Fields, convoId: string, message: OutboundMessage): Sent | undefined {
  const messageId = text(view['id']);
  if (messageId === undefined) return undefined;
  const at = instant(view['sentAt']);
  const opens = message.fromPublic !== undefined;
  return {
    id: chatKey(convoId, messageId),
    ...(at === undefined ? {} : { at }),
    ...(opens ? { thread: { key: convoId, personId: message.to.id } } : {}),
  };
}

/** The chat service says it in words where it has no name for it. */
function isRefusedByPerson(error: unknown): error is SendFailure {
  return error instanceof SendFailure && /requires recipient|incoming messages|disabled/iu.test(error.message);
}

function unreachable({ code, message }: SendFailure): SendFailure {
  return new SendFailure({ kind: 'customer-unreachable', code, detail: message });
}
