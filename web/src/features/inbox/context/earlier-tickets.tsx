import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { usePlace } from '../place.js';
import css from './context-pane.module.css';
import { Section } from './section.js';

/** The other matters of the same person. */
export function EarlierTickets({ earlier }: { earlier: Conversation['earlier'] }) {
  const words = useWords();
  const place = usePlace();
  return (
    <Section title={words.t('earlier.title', { count: earlier.length })}>
      {earlier.length === 0 && <p className={css.quiet}>{words.t('earlier.none')}</p>}
      <ul className={css.earlier}>
        {earlier.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              onClick={() => {
                place.openTicket(ticket.id);
              }}
            >
              <span className={css.earlierHead}>
                <span>#{ticket.number}</span>
                <time dateTime={ticket.at}>{words.moment(ticket.at)}</time>
              </span>
              <span className={css.preview}>{ticket.preview}</span>
              <span className={css.quiet}>
                {ticket.outcome === null ? words.t(`state.${ticket.state}`) : words.t(`outcome.${ticket.outcome}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
