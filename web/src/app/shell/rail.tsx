import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { queuesQuery } from '../../api/tickets.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { destinationsOf, type Destination } from './destinations.js';
import { Logo } from './logo.js';
import css from './rail.module.css';

/** Where one can go: at the left edge, or along the bottom on a phone. */
export function Rail() {
  const words = useWords();
  const { agent } = useMe();
  const { data: counts } = useQuery(queuesQuery);
  const failed = counts?.failed ?? 0;
  return (
    <nav className={css.rail} aria-label={words.t('nav.label')}>
      <Link to="/" className={css.logo} aria-label={words.t('nav.home')}>
        <Logo size={28} />
      </Link>
      {destinationsOf(agent).map((destination) => (
        <RailItem key={destination.id} destination={destination} failed={destination.id === 'inbox' ? failed : 0} />
      ))}
    </nav>
  );
}

/** `failed`: how many replies did not go out, which turns the item red. */
function RailItem({ destination, failed }: { destination: Destination; failed: number }) {
  const words = useWords();
  const { label, icon, key, link, area } = destination;
  const isHere = useLocation({ select: ({ pathname }) => pathname.startsWith(area) });
  const broken = failed > 0;
  const told = broken ? words.t('nav.failed', { count: failed }) : '';
  return (
    <Tooltip label={`${words.t(label)} · g ${key}${told && `\n${told}`}`} position="right">
      <Link {...link} className={css.item} aria-current={isHere ? 'page' : undefined} data-broken={broken}>
        <span className={css.icon}>
          <Icon name={icon} size={22} />
          {broken && <span className={css.mark}>!</span>}
        </span>
        <span className={css.word}>{words.t(label)}</span>
        {broken && <span className="unseen">. {told}</span>}
      </Link>
    </Tooltip>
  );
}
