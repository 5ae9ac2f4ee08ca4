import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, flag, instant, number, text, type Fields } from '../kit/read.js';
import { postCollection, readUri, writeUri } from './address.js';
import { ignored } from './ignored.js';
import { concerns, eventOfOwn, eventOfPost } from './parse-post.js';

interface Commit {
  readonly did: string;
  readonly operation: string;
  readonly collection: string;
  readonly rkey: string;
  readonly record: Fields;
  readonly at: Date | undefined;
}

/** A frame of Jetstream, of its first version or of its second. */
export function eventsOfFrame(frame: Fields, account: string): InboundEvent[] {
  const payload = fields(frame['payload']);
  const kind = text(payload['$type'])?.split('#')[1] ?? text(frame['kind']) ?? text(frame['error']) ?? 'untyped';
  const told = frame['payload'] === undefined ? frame : payload;
  if (kind === 'commit') return eventsOfCommit(commitOf(told), account);
  return [kind === 'account' ? standingOf(told, account) : ignored(`jetstream ${kind}`)];
}

/** Of the second version the commit lies flat in the payload. */
export function commitOf(told: Fields): Commit | undefined {
  const commit = told['commit'] === undefined ? told : fields(told['commit']);
  const [did, operation] = [text(told['did']), text(commit['operation'])];
  const [collection, rkey] = [text(commit['collection']), text(commit['rkey'])];
  if (did === undefined || operation === undefined || collection === undefined || rkey === undefined) return undefined;
  return { did, operation, collection, rkey, record: fields(commit['record']), at: timeOf(told) };
}

function eventsOfCommit(commit: Commit | undefined, account: string): InboundEvent[] {
  if (commit === undefined) return [ignored('jetstream commit of nothing')];
  const { did, operation, collection, rkey, record, at } = commit;
  const uri = writeUri({ did, collection, rkey });
  if (collection !== postCollection || readUri(uri) === undefined) return [ignored(`jetstream ${collection}`)];
  if (operation === 'delete') return goneEvents(uri, at, account);
  const isOurs = did === account;
  // Nobody's app shows what became of a post after it was published, so neither do we.
  if (operation !== 'create' || !(isOurs || concerns(record, account))) return [ignored(`jetstream ${operation}`)];
  const found = { uri, did, record, author: undefined, seenAt: at, views: new Map<string, Fields>(), account };
  return [isOurs ? eventOfOwn(found) : eventOfPost(found, undefined)];
}

/** A deletion names no kind of thing: it may be known as a message or as a post. */
export function goneEvents(uri: string, at: Date | undefined, account: string): InboundEvent[] {
  const when = at ?? new Date(0);
  return [
    { kind: 'message-deleted', account, id: uri, at: when },
    { kind: 'post-deleted', account, id: uri, at: when },
  ];
}

/** The network has shut an account down, or let it in again: of use when it is ours. */
function standingOf(told: Fields, account: string): InboundEvent {
  const standing = told['account'] === undefined ? told : fields(told['account']);
  if (text(told['did']) !== account || flag(standing['active']) !== false) return ignored('jetstream account');
  const code = text(standing['status']) ?? 'inactive';
  const detail = 'Bluesky has taken this account out of service';
  return { kind: 'account-notice', account, level: 'blocked', code, detail, at: timeOf(told) ?? new Date(0) };
}

function timeOf(told: Fields): Date | undefined {
  const micros = number(told['time_us']);
  const at = micros === undefined ? undefined : new Date(micros / 1000);
  return at === undefined || Number.isNaN(at.getTime()) ? instant(told['time']) : at;
}
