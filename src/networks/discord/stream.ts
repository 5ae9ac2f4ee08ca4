import type { AccountAccess } from '../kit/account.js';
import { harmless, refusal, tolerated } from '../kit/calling.js';
import { fields, id, instant, number, text, type Fields } from '../kit/read.js';
import type { StreamPort } from '../kit/source.js';
import { timeOf } from './address.js';
import { ask, call } from './call.js';
import { isWatched } from './channels.js';
import { Gateway } from './gateway.js';
import { answerTo } from './signature.js';

const wanted: readonly string[] = [
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'MESSAGE_REACTION_ADD',
  'MESSAGE_REACTION_REMOVE',
  'INTERACTION_CREATE',
];

/** The gateway, which alone tells of private messages, edits, deletions and reactions. Throws `SendFailure` when refused. */
export async function stream(account: AccountAccess, port: StreamPort): Promise<void> {
  const answer = await harmless(call(account, port.http, { method: 'GET', path: '/gateway/bot' }));
  const url = text(fields(answer.json())['url']);
  if (url === undefined) throw refusal('no-gateway', 'the server answered without a gateway');
  const now = clockFrom(instant(answer.headers['date']));
  const gateway = new Gateway(account, port, {
    heard: async (frame) => {
      if (!wanted.includes(text(frame['t']) ?? '')) return;
      const data = fields(frame['d']);
      if (!isWatched(data, account)) return;
      await port.deliver({ key: keyOf(frame, data), body: { ...frame, at: now(data).toISOString() } });
      if (frame['t'] === 'INTERACTION_CREATE') await acknowledge(data, account, port);
    },
    begun: () => {
      port.wake();
    },
  });
  await gateway.run(url);
}

/** Deletions and reactions carry no time: it is that of the connection or of the latest id that was told, a little later. */
function clockFrom(told: Date | undefined): (data: Fields) => Date {
  let latest = told?.getTime() ?? 0;
  return (data) => {
    latest = Math.max(latest + 1, timeOf(id(data['id']) ?? '').getTime());
    return new Date(latest);
  };
}

/** The same for the same thing, by whatever way it comes. */
function keyOf(frame: Fields, data: Fields): string {
  const [kind, dataId] = [text(frame['t']) ?? '', id(data['id'])];
  if (kind === 'MESSAGE_CREATE' || kind === 'MESSAGE_UPDATE') return messageItemKey(data);
  if (kind === 'MESSAGE_DELETE') return `delete:${dataId ?? ''}`;
  if (kind === 'INTERACTION_CREATE') return `interaction:${dataId ?? ''}`;
  const about = [data['channel_id'], data['message_id'], data['user_id'], JSON.stringify(data['emoji']), data['ids']];
  return `${kind}:${about.map((one) => id(one) ?? JSON.stringify(one) ?? '').join(':')}:${String(frame['s'])}`;
}

/** An update that unfolds a link is another thing than the message itself, though it has the same edition. */
export function messageItemKey(message: Fields): string {
  const edited = text(message['edited_timestamp']);
  return `message:${id(message['id']) ?? ''}:${edited ?? '0'}`;
}

/** Within three seconds, or the person is told that we do not answer. */
async function acknowledge(interaction: Fields, account: AccountAccess, port: StreamPort): Promise<void> {
  const json = answerTo(number(interaction['type']));
  const [interactionId, token] = [id(interaction['id']), text(interaction['token'])];
  if (json === null || interactionId === undefined || token === undefined) return;
  const path = `/interactions/${encodeURIComponent(interactionId)}/${encodeURIComponent(token)}/callback`;
  await tolerated(ask(account, port.http, { method: 'POST', path, body: { json } }), null);
}
