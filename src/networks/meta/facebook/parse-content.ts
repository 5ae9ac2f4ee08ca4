import type { Attachment } from '../../../domain/message/attachment.js';
import { timeOf } from '../graph/entry.js';
import { moment } from '../graph/moment.js';
import { words } from '../graph/words.js';
import type { Change } from './change.js';
import { attachmentsOf } from './parse-media.js';

export interface Content {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Meta told that there is something, not what: a sticker, a GIF, a mention, a comment on a review. */
  readonly isThin: boolean;
}

const mostInOneCall = 1000;
/** What the poll has read of something that a webhook tells without its words counts more, whichever comes first. */
const readEdition = 1;
/** Set by the poll on such a thing. */
export const readMark = 'relais_read';

export function contentOf({ value, item }: Change): Content {
  const said = words(value['message']) ?? words(value['review_text']);
  const attachments = attachmentsOf(value, item);
  const isThin = said === undefined && attachments.length === 0;
  return { text: said ?? '', attachments: isThin ? [{ type: 'unsupported' }] : attachments, isThin };
}

/** Edits have no number: the time of the call, and in one call the place, says which is the newer. */
export function editionOf({ does, entry, value }: Change): number {
  if (does !== 'edit') return value[readMark] === true ? readEdition : 0;
  const at = timeOf(entry.at, moment(value['created_time'])).getTime();
  return at + (entry.place % mostInOneCall);
}
