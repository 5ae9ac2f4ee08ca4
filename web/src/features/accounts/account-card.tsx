import { useId } from 'react';
import type { AccountView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { Icon } from '../../ui/icon.js';
import { NetworkMark } from '../../ui/network-mark.js';
import { AccountActs } from './account-acts.js';
import css from './account-card.module.css';
import { AccountFacts } from './account-facts.js';
import { conditionOf, toneOf } from './account-state.js';
import { AccountTrouble } from './account-trouble.js';
import { Limits } from './limits.js';
import { MissingRights } from './missing-rights.js';

interface AccountCardProps {
  account: AccountView;
  mayManage: boolean;
}

const icons = { ok: 'tick', soon: 'clock', late: 'late', paused: 'plug' } as const;

export function AccountCard({ account, mayManage }: AccountCardProps) {
  const words = useWords();
  const titleId = useId();
  const condition = conditionOf(account, useNow(15_000));
  const tone = toneOf[condition];
  const { name, handle, network, networkName, brand } = account;
  return (
    <article className={css.card} aria-labelledby={titleId} data-tone={tone}>
      <header className={css.head}>
        <NetworkMark network={network} size={36} />
        <div className={css.names}>
          <h2 id={titleId} className={css.name}>
            {name}
          </h2>
          <p className={css.sub}>{[networkName, handle, brand].filter(Boolean).join(' · ')}</p>
        </div>
        <p className={css.state} data-tone={tone}>
          <Icon name={icons[tone]} size={16} />
          {words.t(`account.${condition}`)}
        </p>
      </header>
      <AccountTrouble account={account} condition={condition} />
      {account.state !== 'disconnected' && (
        <>
          <AccountFacts account={account} />
          <MissingRights missing={account.missing} />
          <Limits account={account} />
        </>
      )}
      {mayManage && <AccountActs account={account} broken={tone === 'late'} />}
    </article>
  );
}
