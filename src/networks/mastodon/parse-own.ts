import type { InboundEvent, PostSeen } from '../../domain/message/inbound-event.js';
import { fields, id, text, type Fields } from '../kit/read.js';
import { attachmentsOf } from './parse-media.js';
import { personOf } from './parse-person.js';
import { messageOf, postOf, threadOf, type FoundStatus } from './parse-status.js';
import { isDirect, statusText } from './status.js';

/** A status of ours: a reply (by Relais or in another client) is an echo, everything else is a post. */
export function eventOfOwnStatus(found: FoundStatus): InboundEvent {
  const { status } = found;
  const personId = addresseeOf(found);
  // The parent may be deleted, or there was none: a text that begins with a name is still said to its owner.
  const isReply = isDirect(status) || status.parentId !== undefined || statusText(status.raw).startsWith('@');
  if (personId !== undefined && isReply) return echo(found, personId);
  return isDirect(status) ? { kind: 'ignored', what: 'direct status to nobody' } : postSeen(found);
}

function echo(found: FoundStatus, personId: string): InboundEvent {
  const { status } = found;
  const customer = personOf(mentionOf(found, personId));
  const via = text(fields(status.raw['application'])['name']);
  return {
    ...messageOf(found),
    messageKind: isDirect(status) ? 'direct' : 'comment',
    thread: threadOf(found, personId),
    from: 'us',
    ...(customer === undefined ? {} : { with: customer }),
    text: statusText(status.raw),
    ...(via === undefined ? {} : { via }),
  };
}

function postSeen({ status, account }: FoundStatus): PostSeen {
  const post = postOf(status.raw, account) ?? { id: status.id };
  return {
    kind: 'post',
    account,
    post,
    attachments: attachmentsOf(status.raw),
  };
}

/** Whom it is written to: the author of what it answers; under a status of our own, the first one it names. */
function addresseeOf({ status, account }: FoundStatus): string | undefined {
  if (status.parentAuthorId !== undefined && status.parentAuthorId !== account) return status.parentAuthorId;
  return status.mentions.map((mention) => id(mention['id'])).find((other) => other !== account);
}

function mentionOf({ status }: FoundStatus, personId: string): Fields | undefined {
  return status.mentions.find((mention) => id(mention['id']) === personId);
}
