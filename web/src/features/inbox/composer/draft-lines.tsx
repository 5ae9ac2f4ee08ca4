import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Conversation, DraftView } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './draft-lines.module.css';
import { resolve, changeDraft, draftOf, useDesk } from './draft-store.js';
import { QuoteLine } from './warnings.js';

/** What is written elsewhere for the same customer: by this person in another window, or by a colleague. */
export function DraftLines({ screen }: { screen: Conversation }) {
  const { agent } = useMe();
  const { conflict } = useDesk(screen.ticket.id);
  const others = screen.drafts.filter(({ author }) => author.id !== agent.id);
  return (
    <>
      {conflict && <ConflictLine ticketId={screen.ticket.id} there={conflict} />}
      {others.map((draft) => (
        <TheirDraft key={draft.id} draft={draft} />
      ))}
    </>
  );
}

/** Two windows of one person have both written something: nothing of it is lost by itself. */
function ConflictLine({ ticketId, there }: { ticketId: string; there: DraftView }) {
  const words = useWords();
  const act = (choice: 'here' | 'there' | 'both') => (
    <Button
      size="compact-sm"
      variant={choice === 'here' ? 'filled' : 'default'}
      onClick={() => {
        resolve(ticketId, choice);
      }}
    >
      {words.t(`draft.keep-${choice}`)}
    </Button>
  );
  return (
    <QuoteLine
      tone="soon"
      icon="pencil"
      title={words.t('draft.conflict')}
      quote={there.text}
      acts={
        <>
          {act('here')}
          {act('there')}
          {act('both')}
        </>
      }
    />
  );
}

/** A colleague's draft, as it stands: to go on from. */
function TheirDraft({ draft }: { draft: DraftView }) {
  const words = useWords();
  const [whole, setWhole] = useState(false);
  const name = draft.author.name;
  return (
    <QuoteLine
      tone={draft.mode === 'note' ? 'plain' : draft.mode}
      icon="pencil"
      title={words.t(`draft.of.${draft.mode}`, { name })}
      quote={
        <button
          type="button"
          className={css.quote}
          data-whole={whole || undefined}
          aria-expanded={whole}
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {draft.text}
        </button>
      }
      acts={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.t('draft.insert.of', { name })}
          onClick={() => {
            insert(draft);
          }}
        >
          {words.t('draft.insert')}
        </Button>
      }
    />
  );
}

function insert({ ticketId, text, mode, files, line }: DraftView): void {
  const here = draftOf(ticketId);
  if (here.text.trim() === '') changeDraft(ticketId, { text, mode, files, line });
  else changeDraft(ticketId, { text: `${here.text}\n\n${text}` });
  document.querySelector<HTMLElement>('[data-composer] textarea')?.focus();
}
