import type { ReactNode } from 'react';
import { useGuessedLocale } from '../../i18n/guess-locale.js';
import { useWords } from '../../i18n/words-provider.js';
import { useTitle } from '../../ui/screen.js';
import css from './entry-page.module.css';

interface EntryPageProps {
  title: string;
  lead?: string;
  children: ReactNode;
  /** What stands below the card. */
  after?: ReactNode;
}

/** The frame of the pages before one is signed in. */
export function EntryPage({ title, lead, children, after }: EntryPageProps) {
  useTitle(title);
  return (
    <div className={css.page}>
      <header className={css.top}>
        <p className={css.brand}>
          <img src="/relais.svg" alt="" width={28} height={28} />
          Relais
        </p>
        <LanguageChoice />
      </header>
      <main className={css.main}>
        <div className={css.card}>
          <h1 className={css.title}>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
          {children}
        </div>
        {after}
      </main>
    </div>
  );
}

function LanguageChoice() {
  const words = useWords();
  const [locale, choose] = useGuessedLocale();
  return (
    <div className={css.languages} role="group" aria-label={words.t('entry.language')}>
      {(['fr', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={locale === one}
          className={css.language}
          onClick={() => {
            choose(one);
          }}
        >
          {words.t(`locale.${one}`)}
        </button>
      ))}
    </div>
  );
}
