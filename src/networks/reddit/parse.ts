import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, list, record, text } from '../kit/read.js';
import { parseDevvit } from './parse-devvit.js';
import { parseModmail } from './parse-modmail.js';
import { parseThing } from './parse-thing.js';

/**
 * A listing or one thing of it, a conversation with the moderators, or what the app in the subreddit told. `account` is
 * the name of ours; the app tells it itself.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  if (Array.isArray(body)) return body.flatMap((one: unknown) => (record(one) ? parse(one, account) : []));
  const told = record(body);
  if (!told) return [{ kind: 'ignored', what: 'no object' }];
  if (text(told['kind']) === 'Listing')
    return list(fields(told['data'])['children']).flatMap((one) => parse(one, account));
  if (told['conversation'] !== undefined) return parseModmail(told, account);
  if (told['event'] !== undefined) return parseDevvit(told, text(told['account']) ?? account);
  return [parseThing(told, account)];
}
