import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import css from './palette.module.css';
import type { RunEntry } from './use-entries.js';

interface PaletteOptionProps {
  listId: string;
  entry: RunEntry;
  chosen: boolean;
  onRun: (entry: RunEntry) => void;
}

export function PaletteOption({ listId, entry, chosen, onRun }: PaletteOptionProps) {
  const words = useWords();
  return (
    <div
      id={`${listId}-${entry.id}`}
      role="option"
      aria-selected={chosen}
      className={css.option}
      ref={(node) => {
        if (chosen) node?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => {
        onRun(entry);
      }}
    >
      <Icon name={entry.icon} size={16} />
      <span className={css.label}>{entry.label}</span>
      <span className={css.group}>{entry.hint || words.t(`palette.${entry.group}`)}</span>
    </div>
  );
}
