import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Avatar } from '../../../ui/avatar.js';
import { Icon } from '../../../ui/icon.js';
import { OutsideLink } from '../../../ui/linked-text.js';
import { networkName } from '../names.js';
import { AsksPanel } from '../expert/asks-panel.js';
import { ownFile } from '../own-file.js';
import { useConversation } from '../conversation/use-conversation.js';
import css from './context-pane.module.css';
import { EarlierTickets } from './earlier-tickets.js';
import { Section } from './section.js';
import { TicketLinks } from './ticket-links.js';
import { VipStar } from './vip-star.js';
import { WhyCard } from './why-card.js';

/** Who writes, what the ticket is, why it is here, and what came before. */
export function ContextPane({ ticketId }: { ticketId: string }) {
  const words = useWords();
  const screen = useConversation(ticketId).data;
  return (
    <aside className={css.pane} aria-label={words.t('context.label')}>
      {screen && (
        <>
          <Person screen={screen} />
          <WhyCard why={screen.why} ticket={screen.ticket} />
          <AsksPanel screen={screen} />
          <Facts screen={screen} />
          <TicketLinks screen={screen} />
          <EarlierTickets earlier={screen.earlier} />
        </>
      )}
    </aside>
  );
}

function Person({ screen }: { screen: Conversation }) {
  const words = useWords();
  const { person, account } = screen.ticket;
  return (
    <div className={css.person}>
      <Avatar name={person.name} imageUrl={ownFile(person.avatarUrl)} network={account.network} size={48} />
      <div className={css.words}>
        <p className={css.name}>
          {person.name}
          <VipStar ticket={screen.ticket} />
        </p>
        {person.handle !== null && <p className={css.quiet}>{person.handle}</p>}
        {person.followers !== null && (
          <p className={css.quiet}>
            {words.t('person.followers', { count: person.followers, shown: words.number(person.followers) })}
          </p>
        )}
        {person.profileUrl !== null && (
          <p className={css.link}>
            <OutsideLink href={person.profileUrl}>
              {words.t('person.profile', { network: networkName(account.network) })} <Icon name="outside" size={13} />
            </OutsideLink>
          </p>
        )}
      </div>
    </div>
  );
}

function Facts({ screen: { ticket } }: { screen: Conversation }) {
  const words = useWords();
  const facts: [string, string][] = [
    [words.t('ticket.number'), `#${String(ticket.number)}`],
    [words.t('ticket.account'), `${ticket.account.name} · ${networkName(ticket.account.network)}`],
    [words.t('ticket.topic'), ticket.topic === null ? words.t('facts.no-topic') : words.topic(ticket.topic)],
    [
      words.t('ticket.language'),
      ticket.language === null ? words.t('ticket.unknown') : words.language(ticket.language),
    ],
    [words.t('ticket.priority'), `${String(ticket.priority)} · ${words.t(`urgency.${ticket.urgency}`)}`],
    [words.t('ticket.mood'), words.t(`sentiment.${ticket.sentiment}`)],
    [words.t('ticket.created'), words.moment(ticket.createdAt)],
    [words.t('ticket.activity'), words.moment(ticket.lastActivityAt)],
  ];
  return (
    <Section title={words.t('ticket.title')}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
