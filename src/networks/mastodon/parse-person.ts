import type { Author } from '../../domain/message/inbound-event.js';
import { fields, flag, id, link, number, text, type Fields } from '../kit/read.js';

/** The person of an Account, or of the shorter Mention; undefined when it has no id. */
export function personOf(value: unknown): Author | undefined {
  const account = fields(value);
  const personId = id(account['id']);
  if (personId === undefined) return undefined;
  const handle = text(account['acct']) ?? text(account['username']);
  const avatarUrl = link(account['avatar']);
  const profileUrl = link(account['url']);
  const followers = number(account['followers_count']);
  const isBot = flag(account['bot']);
  return {
    id: personId,
    name: nameOf(account) ?? handle ?? personId,
    ...(handle === undefined ? {} : { handle }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    ...(followers === undefined ? {} : { followers }),
    ...(isBot === undefined ? {} : { isBot }),
  };
}

function nameOf(account: Fields): string | undefined {
  return text(text(account['display_name'])?.trim());
}
