import type { Author, ThreadMoved } from '../../../domain/message/inbound-event.js';
import { given } from '../../kit/given.js';
import { fields, id, list, type Fields } from '../../kit/read.js';
import { words } from '../graph/words.js';

/** Somebody as one of our numbers knows them: by an id of the business, by a phone number, or by both. */
export interface Known {
  readonly author: Author;
  readonly userId: string | undefined;
  readonly phone: string | undefined;
}

/**
 * The id of the business is the person's, whatever their number; numbers are missing where they have a username. Until
 * that id is told, the number has to do.
 */
export function knownBy(
  ids: { readonly userId: string | undefined; readonly phone: string | undefined },
  contacts: unknown,
): Known | undefined {
  const contact = contactOf(ids, list(contacts).map(fields));
  const userId = ids.userId ?? id(contact['user_id']);
  const phone = ids.phone ?? id(contact['wa_id']);
  const personId = userId ?? phone;
  if (personId === undefined) return undefined;
  const profile = fields(contact['profile']);
  const username = words(profile['username']);
  const handle = username?.replace(/^@/u, '') ?? (phone === undefined ? undefined : `+${phone}`);
  const name = words(profile['name']) ?? handle ?? '';
  return { author: { id: personId, name, ...given('handle', handle) }, userId, phone };
}

function contactOf(
  { userId, phone }: { readonly userId: string | undefined; readonly phone: string | undefined },
  contacts: readonly Fields[],
): Fields {
  const named = contacts.find(
    (one) =>
      (userId !== undefined && id(one['user_id']) === userId) || (phone !== undefined && id(one['wa_id']) === phone),
  );
  const isOnly = contacts.length === 1 && userId === undefined && phone === undefined;
  return named ?? (isOnly ? fields(contacts[0]) : {});
}

/** An exchange that began under the number goes on under the id, as soon as one event tells both. */
export function movedOf({ userId, phone }: Known, account: string): ThreadMoved[] {
  if (userId === undefined || phone === undefined || userId === phone) return [];
  return [moved(phone, userId, account)];
}

export function moved(from: string, to: string, account: string): ThreadMoved {
  return { kind: 'thread-moved', network: 'whatsapp', account, from, to, alone: true };
}
