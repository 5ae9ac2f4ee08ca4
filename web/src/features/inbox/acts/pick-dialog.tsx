import { TextInput } from '@mantine/core';
import { useRef, useState, type Ref } from 'react';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { matches } from '../matches.js';
import css from './pick-list.module.css';

interface Pick {
  id: string;
  name: string;
  about: string;
}
interface PickDialogProps {
  title: string;
  field: string;
  label: string;
  /** What is said when nothing is found. */
  none: string;
  picks: readonly Pick[];
  onPick: (id: string) => void;
  onDone: () => void;
}

/** One of many, found by typing a part of its name; Enter takes the first. */
export function PickDialog({ title, field, label, none, picks, onPick, onDone }: PickDialogProps) {
  const words = useWords();
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const found = picks.filter(({ name, about }) => matches(`${name} ${about}`, wanted));
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')}>
      <TextInput
        label={field}
        value={wanted}
        data-autofocus
        onChange={(event) => {
          setWanted(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first) onPick(first.id);
          if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
        }}
      />
      <PickList ref={list} label={label} picks={found} onPick={onPick} />
      {found.length === 0 && <p className={css.none}>{none}</p>}
    </Dialog>
  );
}

interface PickListProps {
  ref: Ref<HTMLUListElement>;
  label: string;
  picks: readonly Pick[];
  onPick: (id: string) => void;
}

function PickList({ ref, label, picks, onPick }: PickListProps) {
  return (
    <ul ref={ref} className={css.list} aria-label={label}>
      {picks.map(({ id, name, about }) => (
        <li key={id}>
          <button
            type="button"
            className={css.pick}
            onClick={() => {
              onPick(id);
            }}
          >
            <span className={css.name}>{name}</span>
            <span className={css.about}>{about}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
