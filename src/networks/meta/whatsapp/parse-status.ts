import type { InboundEvent, MessageArrived, Receipt } from '../../../domain/message/inbound-event.js';
import { fields, id, list, number, text, type Fields } from '../../kit/read.js';
import { ignored, timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import { whatsappKind } from './failures.js';
import { knownBy } from './person.js';
import type { Value } from './value.js';

/** Comes back in the statuses of what we sent. */
export const markerPrefix = 'relais:';
const markForm = /^relais:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
const states: ReadonlyMap<string, Receipt['state']> = new Map([
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
]);

/** One of `statuses`: what became of a message of ours. In any order, with gaps and twice. */
export function eventsOfStatus(raw: Fields, value: Value): InboundEvent[] {
  const messageId = id(raw['id']);
  const status = text(raw['status']) ?? 'nameless';
  if (messageId === undefined) return [ignored(`status ${status} of nothing`)];
  if (status === 'failed') return [failed(raw, messageId, value)];
  const state = states.get(status);
  const receipt = state && receiptOf(raw, { messageId, state }, value);
  const events = [acceptedOf(raw, messageId, value), receipt].filter((event) => event !== undefined);
  return events.length === 0 ? [ignored(`status ${status}`)] : events;
}

function receiptOf(
  raw: Fields,
  of: { readonly messageId: string; readonly state: Receipt['state'] },
  value: Value,
): Receipt {
  const upTo = timeOf(moment(raw['timestamp']), value.at);
  const { account } = value;
  return { kind: 'receipt', network: 'whatsapp', account, messages: [of.messageId], state: of.state, upTo };
}

/** WhatsApp gives no echo of what the API sends; a status with our mark says which reply it was that got through. */
function acceptedOf(raw: Fields, messageId: string, value: Value): MessageArrived | undefined {
  const marker = markForm.exec(text(raw['biz_opaque_callback_data']) ?? '')?.[1];
  const ids = { userId: id(raw['recipient_user_id']), phone: id(raw['recipient_id']) };
  const known = knownBy(ids, value.contacts);
  if (marker === undefined || known === undefined || raw['recipient_type'] === 'group') return undefined;
  const { author } = known;
  return {
    kind: 'message',
    network: 'whatsapp',
    account: value.account,
    id: messageId,
    messageKind: 'direct',
    thread: { key: author.id, space: 'private' },
    from: 'us',
    text: '',
    attachments: [],
    sentAt: timeOf(moment(raw['timestamp']), value.at),
    edition: 0,
    marker,
  };
}

function failed(raw: Fields, messageId: string, value: Value): InboundEvent {
  const [error = {}] = list(raw['errors']).map(fields);
  const code = number(error['code']);
  const details = words(fields(error['error_data'])['details']);
  const detail = [words(error['title']) ?? words(error['message']), details].filter((one) => one !== undefined);
  return {
    kind: 'message-failed',
    network: 'whatsapp',
    account: value.account,
    id: messageId,
    failure: whatsappKind({ code, isTransient: false }) ?? 'rejected',
    code: code === undefined ? 'failed' : String(code),
    detail: detail.join(': '),
    at: timeOf(moment(raw['timestamp']), value.at),
  };
}
