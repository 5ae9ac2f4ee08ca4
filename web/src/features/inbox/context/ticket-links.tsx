import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { RegroupUndo } from '../conversation/regroup-undo.js';
import { usePlace } from '../place.js';
import css from './context-pane.module.css';
import { Section } from './section.js';

/** The tickets that this one was merged with or split from. */
export function TicketLinks({ screen: { ticket, links } }: { screen: Conversation }) {
  const words = useWords();
  const place = usePlace();
  if (links.length === 0) return null;
  return (
    <Section title={words.t('links.title')}>
      <ul className={css.links}>
        {links.map((link) => (
          <li key={`${link.kind}-${link.ticketId}`}>
            <button
              type="button"
              onClick={() => {
                place.openTicket(link.ticketId);
              }}
            >
              {words.t(`links.${link.kind}`, { number: String(link.number) })}
            </button>
            <span className={css.quiet}>
              {link.by.name} · {words.moment(link.at)}
            </span>
            <RegroupUndo ticketId={ticket.id} link={link} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
