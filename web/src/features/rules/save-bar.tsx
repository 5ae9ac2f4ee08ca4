import { useWords } from '../../i18n/words-provider.js';
import { UnsavedBar } from '../../ui/unsaved-bar.js';

export function SaveBar({ onDiscard, onSave }: { onDiscard: () => void; onSave: () => void }) {
  const words = useWords();
  return (
    <UnsavedBar
      text={words.t('rules.unsaved')}
      discard={{ label: words.t('rules.discard'), run: onDiscard }}
      save={{ label: words.t('shell.save'), run: onSave }}
    />
  );
}
