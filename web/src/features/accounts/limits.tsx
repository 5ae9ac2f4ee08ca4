import { useQuery } from '@tanstack/react-query';
import type { AccountView } from '../../../../src/contract/index.js';
import { networksQuery } from '../../api/accounts.js';
import { useWords } from '../../i18n/words-provider.js';
import css from './rights.module.css';

/** For those who ask: the rights that were granted, where we ask the network, and what it lets nobody do. */
export function Limits({ account }: { account: AccountView }) {
  const words = useWords();
  const { data: networks } = useQuery(networksQuery);
  const cannot = networks?.find(({ id }) => id === account.network)?.cannot ?? [];
  return (
    <details className={css.more}>
      <summary>{words.t('account.more', { network: account.networkName })}</summary>
      <div className={css.inside}>
        {cannot.length > 0 && (
          <div>
            <h3 className={css.title}>{words.t('account.cannot', { network: account.networkName })}</h3>
            <ul className={css.points}>
              {cannot.map((one) => (
                <li key={one.en}>{one[words.locale]}</li>
              ))}
            </ul>
          </div>
        )}
        {account.granted.length > 0 && (
          <div>
            <h3 className={css.title}>{words.t('account.granted')}</h3>
            <p className={css.tags}>
              {account.granted.map((right) => (
                <span key={right} className={css.tag}>
                  {right}
                </span>
              ))}
            </p>
          </div>
        )}
        <p>
          {words.t('account.asked-at')} <code className={css.code}>{account.apiBase}</code>
        </p>
      </div>
    </details>
  );
}
