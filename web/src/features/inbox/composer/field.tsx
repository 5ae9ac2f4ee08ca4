import type { RefObject } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './composer.module.css';
import { changeDraft } from './draft-store.js';
import type { ComposerState } from './use-composer.js';
import { useWriting } from './use-writing.js';

interface FieldProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  screen: Conversation;
  composer: ComposerState;
}

/** Where it is typed. */
export function Field({ ref, screen, composer }: FieldProps) {
  const words = useWords();
  const onTyped = useWriting(screen, composer);
  const { name } = screen.ticket.person;
  const { draft, mode, ticketId, files, send } = composer;
  return (
    <textarea
      ref={ref}
      className={css.field}
      rows={2}
      dir="auto"
      aria-label={words.t(`composer.field.${mode}`, { name })}
      placeholder={words.t(`composer.placeholder.${mode}`, { name })}
      value={draft.text}
      onChange={(event) => {
        changeDraft(ticketId, { text: event.currentTarget.value, ...(draft.mode === null && { mode }) });
        onTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        send({ thenClose: event.shiftKey });
      }}
      onPaste={(event) => {
        const pasted = [...event.clipboardData.files];
        if (pasted.length === 0) return;
        event.preventDefault();
        files.add(pasted);
      }}
    />
  );
}
