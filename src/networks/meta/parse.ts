import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, list, record, text, type Fields } from '../kit/read.js';
import { eventsOfChange } from './facebook/parse-change.js';
import { ignored, timeOf, type Entry } from './graph/entry.js';
import { moment } from './graph/moment.js';
import { words } from './graph/words.js';
import { eventsOfChange as ofInstagram } from './instagram/parse-change.js';
import { eventsOfMessaging as ofDirect } from './instagram/parse-messaging.js';
import { eventsOfMessaging } from './messenger/parse-messaging.js';
import { eventsOfChange as ofWhatsapp } from './whatsapp/parse-change.js';

/** The entry of the dashboard's test button: its ids are made up. */
const testPage = '0';
/** Fields whose value is an event of `messaging`, for the dashboard sends them like the others. */
const aboutMessages = /^(?:messag|standby)/u;

/**
 * A body is what the webhook of a Page got, or what `poll` put into that shape. One call may speak of several Pages and
 * of comments and messages together, whichever network of the family it is that is asked.
 */
export function parse(body: unknown, account: string | null, product = 'page'): InboundEvent[] {
  if (Array.isArray(body)) return body.flatMap((one) => parse(one, account, product));
  const found = record(body);
  if (found === undefined) throw new Error('a Meta body is an object');
  const object = text(found['object']) ?? product;
  const reader = readers.get(object);
  if (reader === undefined) return [ignored(`object ${object}`)];
  const entries = list(found['entry']);
  if (entries.length === 0) return [ignored(`object ${object} without entries`)];
  let place = 0;
  return entries.flatMap((given) => {
    const entry = fields(given);
    const events = eventsOfEntry(entry, { account, place, reader });
    place += list(entry['changes']).length;
    return events;
  });
}

interface Reader {
  /** `only`: whom a call is of that does not say so. */
  readonly change: (
    field: string,
    value: unknown,
    at: { readonly entry: Entry; readonly only: string | null },
  ) => InboundEvent[];
  readonly messaging: (event: unknown, entry: Entry) => InboundEvent[];
}

/** By the product that a call is about. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['page', { change: ofPage, messaging: eventsOfMessaging }],
  ['instagram', { change: (field, value, { entry }) => ofInstagram(field, value, entry), messaging: ofDirect }],
  ['whatsapp_business_account', { change: ofWhatsapp, messaging: () => [ignored('messaging of WhatsApp')] }],
]);

function eventsOfEntry(
  raw: Fields,
  of: { readonly account: string | null; readonly place: number; readonly reader: Reader },
): InboundEvent[] {
  const page = id(raw['id']) ?? of.account;
  if (page === null) return [ignored('entry without a page')];
  if (page === testPage) return [ignored('entry of the test button')];
  const entry: Entry = { page, at: moment(raw['time']), place: of.place };
  const changes = [...list(raw['changes']), ...(raw['field'] === undefined ? [] : [raw])];
  const events = [
    ...changes.flatMap((change, index) => ofChange(of, fields(change), { ...entry, place: of.place + index })),
    ...[...list(raw['messaging']), ...list(raw['standby'])].flatMap((event) => of.reader.messaging(event, entry)),
    ...(record(raw['notice']) === undefined ? [] : [noticeOf(fields(raw['notice']), entry)]),
  ];
  if (events.length > 0) return events;
  // "Include values" is switched off in the dashboard: Meta says only that something changed.
  return [ignored(raw['changed_fields'] === undefined ? 'entry with nothing' : 'entry with changed_fields only')];
}

function ofChange(
  { reader, account }: { readonly reader: Reader; readonly account: string | null },
  change: Fields,
  entry: Entry,
): InboundEvent[] {
  return reader.change(text(change['field']) ?? 'nameless', change['value'], { entry, only: account });
}

function ofPage(field: string, value: unknown, { entry }: { readonly entry: Entry }): InboundEvent[] {
  return aboutMessages.test(field) ? eventsOfMessaging(value, entry) : eventsOfChange(field, value, entry);
}

/** What our own poll found out about the Page. */
function noticeOf(notice: Fields, entry: Entry): InboundEvent {
  return {
    kind: 'account-notice',
    network: text(notice['network']) ?? 'facebook',
    account: entry.page,
    level: 'warning',
    code: text(notice['code']) ?? 'notice',
    detail: words(notice['detail']) ?? '',
    at: timeOf(entry.at),
  };
}
