import { Button } from '@mantine/core';
import { useWords } from '../../i18n/words-provider.js';
import css from './rules.module.css';

/** Says that nothing counts yet, as long as that is so. */
export function SaveBar({ onDiscard, onSave }: { onDiscard: () => void; onSave: () => void }) {
  const words = useWords();
  return (
    <section className={css.bar} aria-label={words.t('rules.unsaved')}>
      <p>{words.t('rules.unsaved')}</p>
      <Button variant="default" onClick={onDiscard}>
        {words.t('rules.discard')}
      </Button>
      <Button onClick={onSave}>{words.t('shell.save')}</Button>
    </section>
  );
}
