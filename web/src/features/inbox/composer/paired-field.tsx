import { Checkbox, TextInput } from '@mantine/core';
import { textLength, type TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { changeDraft } from './draft-store.js';
import { firstLine } from './paired-line.js';
import css from './paired-field.module.css';
import type { ComposerState } from './use-composer.js';

/** A short line for everybody beside the private answer: it goes only when the private one was accepted. */
export function PairedField({ composer, ticket }: { composer: ComposerState; ticket: TicketRow }) {
  const words = useWords();
  const { draft, ticketId } = composer;
  if (!composer.line) return null;
  const { way } = composer.line;
  const { line } = draft;
  const over = line === null ? 0 : textLength(line, way.unit) - way.maxLength;
  const first = () => firstLine(ticket.person.name.split(' ')[0] ?? '', ticket.language);
  return (
    <div className={css.paired}>
      <Checkbox
        size="xs"
        checked={line !== null}
        label={words.t('paired.choose')}
        onChange={(event) => {
          changeDraft(ticketId, { line: event.currentTarget.checked ? first() : null, mode: 'private' });
        }}
      />
      {line !== null && (
        <TextInput
          aria-label={words.t('paired.label')}
          dir="auto"
          value={line}
          error={over > 0 && words.t('composer.too-long', { over })}
          onChange={(event) => {
            changeDraft(ticketId, { line: event.currentTarget.value });
          }}
        />
      )}
    </div>
  );
}
