import type { Author } from '../../domain/message/inbound-event.js';
import { fields, id, link, list, text, type Fields } from '../kit/read.js';

export function personOf(user: Fields): Author | undefined {
  const userId = id(user['id']);
  if (userId === undefined) return undefined;
  const handle = text(user['name']);
  const avatarUrl = link(user['mugshot_url']);
  const profileUrl = link(user['web_url']);
  return {
    id: userId,
    name: text(user['full_name']) ?? handle ?? '',
    ...(handle === undefined ? {} : { handle: `@${handle}` }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  };
}

/** An answer holds the people, communities and threads that its messages speak of beside them. */
export function referencesIn(body: Fields): readonly Fields[] {
  return list(body['references']).map(fields);
}

export function referred(references: readonly Fields[], type: string, wanted: string): Fields | undefined {
  return references.find((one) => text(one['type']) === type && id(one['id']) === wanted);
}
