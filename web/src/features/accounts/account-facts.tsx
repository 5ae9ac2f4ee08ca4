import type { ReactNode } from 'react';
import type { AccountView } from '../../../../src/contract/index.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { CopyField } from '../../ui/copy-field.js';
import css from './account-facts.module.css';

const recentMs = 120_000;

/** When something last came, until when it holds, where the network calls us. */
export function AccountFacts({ account }: { account: AccountView }) {
  const words = useWords();
  const { lastEventAt, lastFetchAt, delayMs, usedPercent, expiresAt, heldReplies, hookUrl } = account;
  return (
    <>
      <dl className={css.facts}>
        <Fact name={words.t('account.last-event')}>
          <Ago at={lastEventAt} none={words.t('account.nothing-yet')} />
        </Fact>
        <Fact name={words.t('account.last-fetch')}>
          <Ago at={lastFetchAt} none={words.t('account.not-fetched')} />
        </Fact>
        <Fact name={words.t('account.delay')}>
          {delayMs === null ? words.t('account.nothing-yet') : words.span(delayMs)}
        </Fact>
        <Fact name={words.t('account.used')}>
          {usedPercent === null ? words.t('account.not-told') : words.percent(usedPercent / 100)}
        </Fact>
        <Fact name={words.t('account.expires')}>
          {expiresAt === null ? (
            words.t('account.never-expires')
          ) : (
            <time dateTime={expiresAt}>{words.day(expiresAt)}</time>
          )}
        </Fact>
        <Fact name={words.t('account.held-replies')}>{words.number(heldReplies)}</Fact>
      </dl>
      {hookUrl && (
        <CopyField
          label={words.t('account.hook')}
          text={hookUrl}
          copyLabel={words.t('shell.copy')}
          copiedLabel={words.t('shell.copied')}
        />
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className={css.name}>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

function Ago({ at, none }: { at: string | null; none: string }) {
  const words = useWords();
  const now = useNow(15_000);
  if (at === null) return none;
  const age = now - Date.parse(at);
  return (
    <time dateTime={at} title={words.moment(at)}>
      {age < recentMs ? words.t('time.just-now') : words.t('time.ago', { span: words.span(age) })}
    </time>
  );
}
