import { Link, type LinkProps } from '@tanstack/react-router';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import type { IconName } from '../../ui/icon-paths.js';
import { EntryPage } from './entry-page.js';
import css from './what-next.module.css';

interface Step {
  id: 'connect' | 'invite' | 'inbox';
  icon: IconName;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

const steps: readonly Step[] = [
  { id: 'connect', icon: 'plug', link: { to: '/admin/accounts', search: { add: 'choose' } } },
  { id: 'invite', icon: 'people', link: { to: '/admin/team', search: { invite: true } } },
  { id: 'inbox', icon: 'tray', link: { to: '/inbox/$view', params: { view: 'todo' } } },
];

export function WhatNext() {
  const words = useWords();
  return (
    <EntryPage title={words.t('next.title')} lead={words.t('next.lead')}>
      <ul className={css.steps}>
        {steps.map(({ id, icon, link }) => (
          <li key={id}>
            <Link {...link} className={css.step}>
              <span className={css.icon}>
                <Icon name={icon} size={20} />
              </span>
              <span>
                <span className={css.name}>{words.t(`next.${id}`)}</span>
                <span className={css.text}>{words.t(`next.${id}-text`)}</span>
              </span>
              <Icon name="forward" size={16} />
            </Link>
          </li>
        ))}
      </ul>
      <p className={css.trial}>{words.t('next.trial')}</p>
    </EntryPage>
  );
}
