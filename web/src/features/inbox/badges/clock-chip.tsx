import type { TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { Icon } from '../../../ui/icon.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { clockBadge, windowBadge, type ClockBadge } from './badge.js';
import css from './clock-chip.module.css';
import { useNowFor } from './use-row-now.js';

const icons: Record<ClockBadge['kind'], IconName> = { running: 'ring', soon: 'clock', late: 'late' };

function clockText(words: Words, badge: ClockBadge): string {
  return badge.kind === 'late' ? `+${words.span(badge.over)}` : words.span(badge.left);
}

function clockSentence(words: Words, row: TicketRow, now: number): string | null {
  const badge = clockBadge(row, now);
  if (!badge || row.dueAt === null) return null;
  const facts = {
    what: words.t(`clock.${row.dueKind ?? 'next_reply'}`),
    due: words.moment(row.dueAt),
    span: words.span(badge.kind === 'late' ? badge.over : badge.left),
  };
  return words.t(badge.kind === 'late' ? 'clock.late-sentence' : 'clock.due-sentence', facts);
}

/** Our promise: the nearest clock of a ticket. */
export function ClockChip({ row }: { row: TicketRow }) {
  const words = useWords();
  const now = useNowFor(row.dueAt);
  const badge = clockBadge(row, now);
  if (!badge) return null;
  const sentence = clockSentence(words, row, now);
  return (
    <span className={css.chip} data-tone={badge.kind} title={sentence ?? undefined}>
      <Icon name={icons[badge.kind]} size={14} solid={badge.kind === 'late'} />
      <span className="unseen">{sentence}</span>
      <span aria-hidden="true">{clockText(words, badge)}</span>
    </span>
  );
}

/** The network's law: until when it lets us answer. */
export function WindowChip({ row }: { row: TicketRow }) {
  const words = useWords();
  const now = useNowFor(row.windowAt);
  const badge = windowBadge(row, now);
  if (!badge || row.windowAt === null) return null;
  const closed = badge.kind === 'closed';
  const at = words.moment(row.windowAt);
  const sentence = words.t(closed ? 'window.closed-sentence' : 'window.closing-sentence', { at });
  return (
    <span className={css.chip} data-tone={closed ? 'late' : 'window'} title={sentence}>
      <Icon name={closed ? 'hourglass-shut' : 'hourglass'} size={14} />
      <span className="unseen">{sentence}</span>
      <span aria-hidden="true">{closed ? words.t('window.closed') : words.span(badge.left)}</span>
    </span>
  );
}
