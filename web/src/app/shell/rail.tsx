import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queuesQuery } from '../../api/tickets.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { destinationsOf } from './destinations.js';
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
      {destinationsOf(agent).map(({ id, label, icon, key, link }) => {
        const broken = id === 'inbox' && failed > 0;
        const told = broken ? words.t('nav.failed', { count: failed }) : '';
        return (
          <Tooltip key={id} label={`${words.t(label)} · g ${key}${told && `\n${told}`}`} position="right">
            <Link
              {...link}
              className={css.item}
              activeOptions={{ exact: false }}
              activeProps={{ className: css.active }}
              data-broken={broken}
            >
              <span className={css.icon}>
                <Icon name={icon} size={22} />
                {broken && <span className={css.mark}>!</span>}
              </span>
              <span className={css.word}>{words.t(label)}</span>
              {broken && <span className="unseen">. {told}</span>}
            </Link>
          </Tooltip>
        );
      })}
    </nav>
  );
}
