import type { Author } from '../../domain/message/inbound-event.js';
import { fields, flag, id, text } from '../kit/read.js';

/** A user, or a chat that speaks for itself (a channel, an anonymous admin): both say who they are in the same fields. */
export function personOf(value: unknown): Author | undefined {
  const person = fields(value);
  const personId = id(person['id']);
  if (personId === undefined) return undefined;
  const handle = text(person['username']);
  const language = text(person['language_code']);
  const isBot = flag(person['is_bot']);
  const profileUrl = addressOf(handle);
  return {
    id: personId,
    name: nameOf(person) ?? handle ?? personId,
    ...(handle === undefined ? {} : { handle }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    ...(language === undefined ? {} : { language }),
    ...(isBot === undefined ? {} : { isBot }),
  };
}

export function addressOf(username: string | undefined): string | undefined {
  return username !== undefined && /^\w+$/u.test(username) ? `https://t.me/${username}` : undefined;
}

function nameOf(person: Readonly<Record<string, unknown>>): string | undefined {
  const names = [person['first_name'], person['last_name']].flatMap((name) => text(name)?.trim() ?? []);
  return text(names.join(' ')) ?? text(person['title']);
}
