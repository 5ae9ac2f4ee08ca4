import { Modal } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { useFocusBack } from '../../ui/use-focus-back.js';
import { PaletteOption } from './palette-option.js';
import css from './palette.module.css';
import { search } from './search.js';
import { useEntries, type RunEntry } from './use-entries.js';

interface PaletteProps {
  onClose: () => void;
  onKeys: () => void;
}

const shownAtMost = 40;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const frame = { padding: 0, size: 'lg', yOffset: '12dvh', centered: false };

/** Type where to go or what to do. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const words = useWords();
  useFocusBack();
  return (
    <Modal.Root opened onClose={onClose} {...frame}>
      <Modal.Overlay />
      <Modal.Content aria-label={words.t('palette.open')}>
        <Chooser onClose={onClose} onKeys={onKeys} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Chooser({ onClose, onKeys }: PaletteProps) {
  const words = useWords();
  const listId = useId();
  const { found, chosen, typed, type, move } = useChoice(useEntries(onKeys));
  const run = (entry: RunEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === 'Enter') run(chosen);
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  };
  return (
    <>
      <Field
        listId={listId}
        chosenId={chosen && `${listId}-${chosen.id}`}
        typed={typed}
        onType={type}
        onKeyDown={onKeyDown}
      />
      <div className={css.list} role="listbox" id={listId} aria-label={words.t('palette.found')}>
        {found.map((entry) => (
          <PaletteOption key={entry.id} listId={listId} entry={entry} chosen={entry === chosen} onRun={run} />
        ))}
      </div>
      <p className={css.none} role="status">
        {found.length === 0 ? words.t('palette.none') : ''}
      </p>
    </>
  );
}

interface FieldProps {
  listId: string;
  chosenId: string | undefined;
  typed: string;
  onType: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ listId, chosenId, typed, onType, onKeyDown }: FieldProps) {
  const words = useWords();
  return (
    <div className={css.field}>
      <Icon name="search" size={18} />
      <input
        data-autofocus
        className={css.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosenId}
        aria-label={words.t('palette.open')}
        placeholder={words.t('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** What was typed, what is found by it, and which one Enter would take. */
function useChoice(entries: readonly RunEntry[]) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = search(entries, typed).slice(0, shownAtMost);
  return {
    found,
    typed,
    chosen: found[at],
    type: (text: string) => {
      setTyped(text);
      setAt(0);
    },
    move: (step: number) => {
      if (found.length > 0) setAt((at + step + found.length) % found.length);
    },
  };
}
