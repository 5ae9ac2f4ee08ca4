import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { PhraseKey } from '../../../i18n/phrases.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './keyed-choices.module.css';

interface Choice<T extends string> {
  value: T;
  label: PhraseKey;
  key: PhraseKey;
}
interface KeyedChoicesProps<T extends string> {
  choices: readonly Choice<T>[];
  onChoose: (value: T) => void;
}

/** A short list of answers, each with a letter of the reader's language; arrows and the pointer do as well. */
export function KeyedChoices<T extends string>({ choices, onChoose }: KeyedChoicesProps<T>) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') moveFocus(list.current, 1);
    if (event.key === 'ArrowUp') moveFocus(list.current, -1);
    const chosen = choices.find(({ key }) => words.t(key) === event.key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    onChoose(chosen.value);
  };
  return (
    <ul ref={list} className={css.list} onKeyDown={onKeyDown}>
      {choices.map(({ value, label, key }, index) => (
        <li key={value}>
          <button
            type="button"
            className={css.choice}
            data-autofocus={index === 0 || undefined}
            onClick={() => {
              onChoose(value);
            }}
          >
            <span>{words.t(label)}</span>
            <kbd>{words.t(key)}</kbd>
          </button>
        </li>
      ))}
    </ul>
  );
}

function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
