import type { Author } from '../../../domain/message/inbound-event.js';
import { fields, id, type Fields } from '../../kit/read.js';
import { timeOf, type Entry } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';

/** One `messaging` or `standby` event, with the two who take part in it. */
export interface Messaging {
  readonly entry: Entry;
  readonly raw: Fields;
  /** The person of the exchange; undefined where Meta names nobody. */
  readonly person: Author | undefined;
  readonly isOurs: boolean;
  readonly at: Date;
}

/** Somebody who is known only by a plugin of a website, until they write. */
export const guestMark = 'ref:';

export function messagingOf(raw: Fields, entry: Entry): Messaging {
  const isEcho = fields(raw['message'])['is_echo'] === true;
  const [sender, recipient] = [personOf(raw['sender']), personOf(raw['recipient'])];
  const isOurs = isEcho || sender?.id === entry.page;
  const [first, second] = isOurs ? [recipient, sender] : [sender ?? guestOf(raw), undefined];
  return {
    entry,
    raw,
    // Whoever of the two is not the Page: old echoes have them the other way round.
    person: [first, second].find((one) => one !== undefined && one.id !== entry.page),
    isOurs,
    at: timeOf(moment(raw['timestamp']), entry.at),
  };
}

/** Webhooks name nobody, and an empty name says so; the poll reads names with the messages. */
function personOf(value: unknown): Author | undefined {
  const person = fields(value);
  const guest = id(person['user_ref']);
  const personId = id(person['id']) ?? (guest === undefined ? undefined : `${guestMark}${guest}`);
  const handle = words(person['username']);
  if (personId === undefined) return undefined;
  return { id: personId, name: words(person['name']) ?? handle ?? '', ...(handle === undefined ? {} : { handle }) };
}

function guestOf(raw: Fields): Author | undefined {
  const guest = id(fields(raw['optin'])['user_ref']);
  return guest === undefined ? undefined : { id: `${guestMark}${guest}`, name: '' };
}

export function common({ entry }: Pick<Messaging, 'entry'>) {
  return { network: entry.network ?? 'messenger', account: entry.page };
}
