import type { NetworkView } from '../../../../src/contract/index.js';
import type { AccountCheck } from '../../api/accounts.js';
import { useWords } from '../../i18n/words-provider.js';
import { NetworkMark } from '../../ui/network-mark.js';
import { Note } from '../../ui/note.js';
import css from './form.module.css';
import { MissingRights } from './missing-rights.js';
import rights from './rights.module.css';

/** Whom these details speak for, and what they lack: seen before the account is added. */
export function CheckResult({ check, network }: { check: AccountCheck; network: NetworkView }) {
  const words = useWords();
  const { name, handle, expiresAt, missing, granted } = check;
  return (
    <>
      <div className={css.who}>
        <NetworkMark network={network.id} size={40} />
        <div>
          <p className={css.whoName}>{name}</p>
          <p className={css.lead}>{[network.name, handle].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      <div role="status">
        <Note tone={missing.length === 0 ? 'ok' : 'soon'}>
          {words.t(missing.length === 0 ? 'add.all-well' : 'add.some-missing', { count: missing.length })}
          {expiresAt !== null && ` ${words.t('add.expires', { day: words.day(expiresAt) })}`}
        </Note>
      </div>
      <MissingRights missing={missing} />
      {granted.length > 0 && (
        <div>
          <h3 className={rights.title}>{words.t('account.granted')}</h3>
          <p className={rights.tags}>
            {granted.map((right) => (
              <span key={right} className={rights.tag}>
                {right}
              </span>
            ))}
          </p>
        </div>
      )}
    </>
  );
}
