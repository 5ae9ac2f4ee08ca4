import { Button, Loader } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { refusedOf } from '../../api/api-error.js';
import { EntryPage } from '../../features/entry/entry-page.js';
import { refusalText } from '../../i18n/refusal-words.js';
import { useWords } from '../../i18n/words-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import css from './in-between.module.css';

export function Pending() {
  const words = useWords();
  return (
    <div className={css.middle} role="status">
      <Loader size="sm" />
      <span className="unseen">{words.t('shell.loading')}</span>
    </div>
  );
}

/** A screen that could not be shown: what happened, and the one thing that helps. */
export function Broken({ error }: { error: unknown }) {
  const words = useWords();
  const router = useRouter();
  return (
    <div className={css.middle} role="alert">
      <EmptyState icon="broken" title={words.t('shell.broken')} text={refusalText(words, refusedOf(error))}>
        <Button onClick={() => void router.invalidate()}>{words.t('shell.try-again')}</Button>
      </EmptyState>
    </div>
  );
}

export function Missing() {
  const words = useWords();
  return (
    <EntryPage title={words.t('shell.missing')} lead={words.t('shell.missing-text')}>
      <Link to="/">{words.t('shell.to-inbox')}</Link>
    </EntryPage>
  );
}
