import type { Conversation, TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { usePresence } from '../../../live/live-context.js';
import { Avatar } from '../../../ui/avatar.js';
import { Icon } from '../../../ui/icon.js';
import { useDraft } from '../composer/draft-store.js';
import { ClocksPopover } from './clocks-popover.js';
import css from './facts-bar.module.css';

interface FactsBarProps {
  screen: Conversation;
  clocksShown: boolean;
  onClocks: (shown: boolean) => void;
  /** Opens the reasons, where they are not on the screen already. */
  onWhy: (() => void) | null;
}

/** The ticket in one line: where it stands, whose it is, until when. */
export function FactsBar({ screen, clocksShown, onClocks, onWhy }: FactsBarProps) {
  const words = useWords();
  const { agent } = useMe();
  const { ticket } = screen;
  return (
    <div className={css.bar}>
      <ul className={css.facts} aria-label={words.t('facts.label')}>
        <li className={css.state} data-state={ticket.state}>
          {stateText(words, ticket)}
        </li>
        <li className={css.owner}>
          {ticket.owner === null
            ? words.t('facts.no-owner')
            : ticket.owner.id === agent.id
              ? words.t('facts.mine')
              : ticket.owner.name}
        </li>
        {ticket.priority <= 2 && (
          <li className={css.priority} data-priority={ticket.priority}>
            {words.t('facts.priority', { priority: ticket.priority })}
          </li>
        )}
        <li className={css.lane} data-lane={ticket.lane}>
          {words.t(`lane.${ticket.lane}`)}
        </li>
        <li>{ticket.topic === null ? words.t('facts.no-topic') : words.topic(ticket.topic)}</li>
      </ul>
      {onWhy && (
        <button type="button" className={css.why} onClick={onWhy}>
          <Icon name="info" size={14} />
          {words.t('facts.why')}
        </button>
      )}
      <span className={css.space} />
      <Presence ticketId={ticket.id} me={agent.id} />
      <ClocksPopover screen={screen} shown={clocksShown} onShown={onClocks} />
    </div>
  );
}

function stateText(words: Words, ticket: TicketRow): string {
  if (ticket.snoozedUntil !== null) return words.t('facts.snoozed', { until: words.moment(ticket.snoozedUntil) });
  if (ticket.waitingFor === 'third_party') return words.t('facts.third-party');
  if (ticket.state !== 'closed' || ticket.outcome === null) return words.t(`state.${ticket.state}`);
  return words.t('facts.closed', { outcome: words.t(`outcome.${ticket.outcome}`) });
}

/** Who else has this ticket open, and who of them is writing. */
function Presence({ ticketId, me }: { ticketId: string; me: string }) {
  const words = useWords();
  const own = useDraft(ticketId);
  const writing = own.mode !== 'note' && own.text.trim() !== '';
  const others = usePresence(ticketId).filter(({ id }) => id !== me);
  if (others.length === 0) return null;
  // Two who answer one customer at once: whoever comes here is to see it.
  const both = others.filter(({ drafting }) => drafting).length + Number(writing) > 1;
  return (
    <ul className={css.presence} aria-label={words.t('presence.label')}>
      {others.map(({ id, name, drafting, idle }) => {
        const text = words.t(drafting ? 'presence.drafting' : idle ? 'presence.idle' : 'presence.viewing', { name });
        return (
          <li
            key={id}
            title={text}
            data-drafting={drafting || undefined}
            data-idle={(idle && !drafting) || undefined}
            data-both={(drafting && both) || undefined}
          >
            <span className="unseen">{text}</span>
            <Avatar name={name} size={24} />
            {drafting && (
              <span className={css.pencil}>
                <Icon name="pencil" size={11} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
