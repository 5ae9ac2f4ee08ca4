import type { Http } from '../../platform/http/http.js';
import type { AccountAccess } from '../kit/account.js';
import { SendFailure } from '../kit/failure.js';
import type { OutboundMessage, Settled } from '../kit/outbound.js';
import { meter } from '../kit/pace.js';
import { fields, id, list, text, type Fields } from '../kit/read.js';
import { walkBack, walkFrom } from '../kit/walk.js';
import { rateHeaders } from './call.js';
import { directWith, ownList } from './lists.js';
import { postOf } from './post.js';
import { placeOf } from './send.js';
import { readable } from './text.js';

/** What was published just now may not be listed yet. */
const listedAfterMs = 20_000;

/** Looks for the message among our own: the same words, written since, under the same post or to the same person. */
export async function settle(message: OutboundMessage, account: AccountAccess, http: Http): Promise<Settled> {
  const gauge = meter(http, rateHeaders);
  const ways = { account, http: gauge.http };
  const since = message.startedAt.getTime();
  const list = message.space === 'private' ? directWith(message.to.id, ways) : ownList(ways, since - listedAfterMs * 6);
  const { entries, more } = await walkBack(list, walkFrom(message.startedAt));
  const found = entries.find(({ value }) => isOurs(fields(value['one']), message, account.externalId));
  if (found !== undefined)
    return { is: 'sent', sent: { id: found.id, at: new Date(found.at), ...placeOf(found.id, message) } };
  const now = gauge.now()?.getTime();
  if (more || now === undefined) return { is: 'unclear' };
  if (since + listedAfterMs <= now) return { is: 'absent' };
  throw new SendFailure({ kind: 'try-again', code: 'too-early', detail: 'it may not be listed yet' });
}

function isOurs(one: Fields, message: OutboundMessage, us: string): boolean {
  const words = comparable(readable(text(one['text']) ?? '', fields(one['entities']), isMedia));
  const written = comparable(message.text);
  // X puts the names of those who are answered before a reply.
  const saysIt = words.endsWith(written) && /^(?:@\w+ )*$/u.test(words.slice(0, words.length - written.length));
  return saysIt && hasFiles(one, message) && isInPlace(one, message, us);
}

function isInPlace(one: Fields, message: OutboundMessage, us: string): boolean {
  if (message.space === 'private') return id(one['sender_id']) === us;
  const post = postOf(one);
  return post?.authorId === us && post.parentId === (message.answers ?? message.post);
}

function hasFiles(one: Fields, { files }: OutboundMessage): boolean {
  return list(fields(one['attachments'])['media_keys']).length === files.length;
}

function isMedia(url: string): boolean {
  return /\/(?:photo|video|media)\/\d+$/u.test(url);
}

function comparable(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
