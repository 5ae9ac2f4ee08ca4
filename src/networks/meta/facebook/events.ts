import type { MessageDeleted, MessageHidden, PostDeleted } from '../../../domain/message/inbound-event.js';
import { timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import type { Change } from './change.js';

/** May come before the message itself. `created_time` may still be that of the message: the call's time is surer. */
export function deletedMessage(change: Change, messageId: string): MessageDeleted {
  return { kind: 'message-deleted', ...of(change), id: messageId, at: changedAt(change) };
}

export function hiddenMessage(change: Change, messageId: string): MessageHidden {
  return {
    kind: 'message-hidden',
    ...of(change),
    id: messageId,
    hidden: change.does === 'hide',
    at: changedAt(change),
  };
}

export function deletedPost(change: Change, postId: string): PostDeleted {
  return { kind: 'post-deleted', ...of(change), id: postId, at: changedAt(change) };
}

function of({ entry }: Change) {
  return { network: 'facebook', account: entry.page };
}

function changedAt({ entry, value }: Change): Date {
  return timeOf(entry.at, moment(value['created_time']));
}
