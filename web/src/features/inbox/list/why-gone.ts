import type { TicketRow } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';
import { departureOf } from '../departures.js';

/** Why a row has left the list, in a few words: read from what the ticket was and what it is now. */
export function whyGone(words: Words, before: TicketRow, me: string): string {
  const departure = departureOf(before.id);
  if (!departure) return words.t('gone.moved');
  const after = departure.row;
  if (after === null) return words.t('gone.out-of-sight');
  if (after.state === 'closed' && before.state !== 'closed') {
    return words.t('gone.closed', { outcome: words.t(`outcome.${after.outcome ?? 'resolved'}`) });
  }
  return hands(words, before, { after, me }) ?? place(words, before, after);
}

function hands(words: Words, before: TicketRow, { after, me }: { after: TicketRow; me: string }): string | null {
  if (after.owner?.id === before.owner?.id) return null;
  if (after.owner === null) return words.t('gone.released');
  return after.owner.id === me ? words.t('gone.taken-by-me') : words.t('gone.taken', { name: after.owner.name });
}

function place(words: Words, before: TicketRow, after: TicketRow): string {
  if (after.lane !== before.lane) return words.t('gone.lane', { lane: words.t(`lane.${after.lane}`) });
  if (after.state === 'waiting_customer') return words.t('gone.answered');
  if (before.state === 'closed') return words.t('gone.reopened');
  return words.t('gone.moved');
}
