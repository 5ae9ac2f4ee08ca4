import type { AccountNotice, InboundEvent } from '../../../domain/message/inbound-event.js';
import { fields, id, list, record, text, type Fields } from '../../kit/read.js';
import { ignored, timeOf, type Entry } from '../graph/entry.js';
import { words } from '../graph/words.js';
import { eventsOfEcho, eventsOfMessage } from './parse-message.js';
import { eventsOfStatus } from './parse-status.js';
import { moved } from './person.js';
import type { Value } from './value.js';

/** What administrators should hear of; the number is named by some of these only. */
const notices = /^(?:account_|phone_number_|business_|message_template_|template_|security$|payment_)/u;

/**
 * A webhook field of a business account, with its value. Which of our numbers it is of stands in the value; for what is
 * of the whole account, `only` is the number when there is but one.
 */
export function eventsOfChange(
  field: string,
  given: unknown,
  at: { entry: Entry; only: string | null },
): InboundEvent[] {
  const value = record(given);
  if (value === undefined) return [ignored(`${field} without a value`)];
  const account = id(fields(value['metadata'])['phone_number_id']) ?? at.only;
  if (account === null) return [ignored(`field ${field} of no number ${text(value['event']) ?? ''}`.trim())];
  if (notices.test(field)) return [noticeOf(field, value, { account, entry: at.entry })];
  const events = eventsIn(value, { account, contacts: value['contacts'], at: at.entry.at });
  return events.length === 0 ? [ignored(`field ${field}`)] : events;
}

/** One value may hold messages and statuses together. */
function eventsIn(value: Fields, of: Value): InboundEvent[] {
  const each = (name: string, read: (raw: Fields, of: Value) => InboundEvent[]) =>
    list(value[name]).flatMap((raw) => read(fields(raw), of));
  const events = [
    ...each('messages', eventsOfMessage),
    ...each('statuses', eventsOfStatus),
    ...each('message_echoes', eventsOfEcho),
    ...each('user_id_update', eventsOfUserId),
    ...each('user_preferences', (raw) => [ignored(`user_preferences ${text(raw['value']) ?? ''}`.trim())]),
    ...each('calls', (raw) => [ignored(`call ${text(raw['event']) ?? ''}`.trim())]),
  ];
  return events.length > 0 ? events : each('errors', (raw, at) => [errorOf(raw, at)]);
}

/** The only place where the old id and the new one stand together. */
function eventsOfUserId(raw: Fields, { account }: Value): InboundEvent[] {
  const { previous, current } = fields(raw['user_id']);
  const to = id(current);
  const from = [id(previous), id(raw['wa_id'])].filter((one) => one !== undefined && one !== to);
  const moves = to === undefined ? [] : from.flatMap((one) => (one === undefined ? [] : moved(one, to, account)));
  return moves.length === 0 ? [ignored('user_id_update of nobody')] : moves;
}

function errorOf(raw: Fields, { account, at }: Value): AccountNotice {
  const detail = [words(raw['title']), words(raw['message'])].filter((one) => one !== undefined).join(': ');
  const code = `error-${id(raw['code']) ?? 'unknown'}`;
  return { kind: 'account-notice', network: 'whatsapp', account, level: 'info', code, detail, at: timeOf(at) };
}

function noticeOf(field: string, value: Fields, of: { account: string; entry: Entry }): AccountNotice {
  const event = text(value['event']) ?? text(value['decision']) ?? '';
  const facts = Object.entries(value).flatMap(([name, one]) => {
    const said = words(one);
    return said === undefined || name === 'event' ? [] : `${name}: ${said}`;
  });
  const isGrave = /^(?:DISABLED_UPDATE|ACCOUNT_DELETED|ACCOUNT_VIOLATION|ACCOUNT_RESTRICTION|REJECTED)$/u.test(event);
  return {
    kind: 'account-notice',
    network: 'whatsapp',
    account: of.account,
    level: isGrave ? 'warning' : 'info',
    code: [field, event].filter((one) => one !== '').join(' '),
    detail: facts.join('; ').slice(0, 500).toWellFormed(),
    at: timeOf(of.entry.at),
  };
}
