import type { Author } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, link, number, text } from '../kit/read.js';
import { profileUrlOf } from './address.js';

/** What a server answers when somebody's handle does not lead back to them. */
const brokenHandle = 'handle.invalid';

/** The person of a profile; undefined when it has no DID. */
export function personOf(value: unknown): Author | undefined {
  const profile = fields(value);
  const did = text(profile['did']);
  if (did === undefined) return undefined;
  const told = text(profile['handle']);
  const handle = told === brokenHandle ? undefined : told;
  return {
    id: did,
    // Empty where only the DID is known: `profile` can be asked.
    name: text(text(profile['displayName'])?.trim()) ?? handle ?? '',
    ...present({
      handle,
      avatarUrl: link(profile['avatar']),
      profileUrl: profileUrlOf(did),
      followers: number(profile['followersCount']),
    }),
  };
}
