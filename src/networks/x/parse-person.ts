import type { Author } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, firstId, link, list, number, text } from '../kit/read.js';

/** The person of a User, of either version of the API, flat or wrapped in `data`; undefined without an id. */
export function personOf(value: unknown): Author | undefined {
  const told = fields(value);
  const user = told['data'] === undefined ? told : fields(told['data']);
  const userId = firstId(user, ['id_str', 'id']);
  if (userId === undefined) return undefined;
  const handle = text(user['username']) ?? text(user['screen_name']);
  return {
    id: userId,
    // Empty where only the id is known: `profile` can be asked.
    name: text(text(user['name'])?.trim()) ?? handle ?? '',
    ...present({
      handle,
      avatarUrl: link(user['profile_image_url_https']) ?? link(user['profile_image_url']),
      profileUrl: profileUrlOf(handle ?? ''),
      followers: number(fields(user['public_metrics'])['followers_count']) ?? number(user['followers_count']),
    }),
  };
}

function profileUrlOf(handle: string): string | undefined {
  return /^\w+$/u.test(handle) ? `https://x.com/${handle}` : undefined;
}

/** People by their ids, as a list or as an object of them. */
export function peopleIn(value: unknown): ReadonlyMap<string, Author> {
  const users = Array.isArray(value) ? list(value) : Object.values(fields(value));
  const people = users.flatMap((user) => personOf(user) ?? []);
  return new Map(people.map((person) => [person.id, person]));
}

export function personWith(people: ReadonlyMap<string, Author>, userId: string): Author {
  return people.get(userId) ?? { id: userId, name: '' };
}

export type People = ReadonlyMap<string, Author>;
