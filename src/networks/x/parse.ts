import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { fields, id, instant, list, record, text, type Fields } from '../kit/read.js';
import { ignored } from './ignored.js';
import { eventsOfActivity, goneEvents } from './parse-activity.js';
import { eventOfListed } from './parse-dm.js';
import { eventsOfLegacy } from './parse-legacy.js';
import { aroundOf, eventOfPost } from './parse-post.js';

/**
 * Bodies are activities by webhook or stream ({"data":…}), the older form of them ({"for_user_id":…}), lists as the API
 * answers them, and what `poll` wrapped: {"relais":"poll"} with one of `post`, `direct`, `gone` and `usage`.
 */
export function parse(body: unknown, account: string | null): InboundEvent[] {
  const found = record(body);
  if (found === undefined) throw new Error('a body of X is an object');
  if (found['relais'] === 'poll') return readFetched(found, need(account));
  if (found['for_user_id'] !== undefined || fields(found['user_event'])['revoke'] !== undefined) {
    return eventsOfLegacy(found, id(found['for_user_id']) ?? revokedBy(found) ?? need(account));
  }
  const told = Array.isArray(found['data']) ? list(found['data']).map(fields) : [fields(found['data'])];
  const events = told.flatMap((one) => readOne(one, fields(found['includes']), account));
  return events.length > 0 ? events : [ignored('nothing')];
}

function readOne(one: Fields, includes: Fields, account: string | null): InboundEvent[] {
  if (one['payload'] !== undefined || (one['event_type'] !== undefined && one['event_uuid'] !== undefined)) {
    return eventsOfActivity(one, account);
  }
  if (one['author_id'] !== undefined) return [eventOfPost(one, aroundOf(includes, need(account)), 'mention')];
  if (one['event_type'] !== undefined) return [eventOfListed(one, includes, need(account))];
  return [ignored('unknown body')];
}

function readFetched(found: Fields, account: string): InboundEvent[] {
  const includes = fields(found['includes']);
  if (found['post'] !== undefined) return [eventOfPost(found['post'], aroundOf(includes, account), 'mention')];
  if (found['direct'] !== undefined) return [eventOfListed(fields(found['direct']), includes, account)];
  if (found['gone'] !== undefined) {
    const gone = fields(found['gone']);
    return goneEvents(id(gone['id']), instant(gone['at']) ?? new Date(0), account);
  }
  const usage = record(found['usage']);
  return [usage === undefined ? ignored('unknown body') : usageOf(usage, account)];
}

function usageOf(usage: Fields, account: string): InboundEvent {
  const detail = text(usage['detail']);
  if (detail === undefined) return ignored('usage');
  return {
    kind: 'account-notice',
    account,
    level: 'warning',
    code: 'usage',
    detail,
    at: instant(usage['at']) ?? new Date(0),
  };
}

/** A revocation names nobody but whom it comes from. */
function revokedBy(found: Fields): string | undefined {
  return id(fields(fields(fields(found['user_event'])['revoke'])['source'])['user_id']);
}

function need(account: string | null): string {
  if (account === null) throw new Error('a body of X does not say which account it is for');
  return account;
}
