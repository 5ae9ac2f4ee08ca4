import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { useKeys } from '../../../ui/use-keys.js';
import { ComposerFoot } from './composer-foot.js';
import { ComposerLimits } from './composer-limits.js';
import { ComposerLines } from './composer-lines.js';
import css from './composer.module.css';
import { Beside } from './beside.js';
import { Field } from './field.js';
import { FileChips } from './file-chips.js';
import { DraftRow } from './draft-row.js';
import { PairedField } from './paired-field.js';
import { ModeTabs } from './mode-tabs.js';
import type { Mode } from './modes.js';
import { useComposer } from './use-composer.js';

interface ComposerProps {
  screen: Conversation;
  /** The newest message that has been in sight here. */
  seenMessageId: string | null;
  onDrafting: (drafting: boolean) => void;
}

/** Where the answer is written: says in colour, words, icon and button who speaks and who will read. */
export function Composer({ screen, seenMessageId, onDrafting }: ComposerProps) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const composer = useComposer(screen, seenMessageId);
  const { draft, mode, setMode } = composer;
  const write = (next: Mode) => {
    setMode(next);
    field.current?.focus();
  };
  useModeKeys(write);
  useDrafting(draft.text !== '' && mode !== 'note', onDrafting);
  const { name } = screen.ticket.person;
  return (
    <section
      className={css.composer}
      data-composer
      data-mode={mode}
      data-approval={composer.approval !== null || undefined}
      aria-label={words.t('composer.label')}
    >
      <Beside screen={screen} />
      <ComposerLines screen={screen} composer={composer} field={field} />
      <div className={css.head}>
        <ModeTabs mode={mode} routes={composer.routes} onMode={setMode} />
        <ComposerLimits composer={composer} />
      </div>
      <PairedField composer={composer} ticket={screen.ticket} />
      <Field ref={field} screen={screen} composer={composer} />
      <FileChips files={draft.files} uploading={composer.files.uploading} onRemove={composer.files.remove} />
      <DraftRow ticketId={composer.ticketId} draft={draft} />
      <ComposerFoot composer={composer} name={name} />
    </section>
  );
}

function useModeKeys(write: (mode: Mode) => void): void {
  useKeys({
    r: () => {
      write('public');
    },
    p: () => {
      write('private');
    },
    n: () => {
      write('note');
    },
  });
}

const idleMs = 20_000;

/** Tells colleagues that something is being written; a text that lies untouched is no longer that. */
function useDrafting(writing: boolean, tell: (drafting: boolean) => void): void {
  const [idle, setIdle] = useState(false);
  const [was, setWas] = useState(writing);
  if (was !== writing) {
    setWas(writing);
    setIdle(false);
  }
  useEffect(() => {
    tell(writing && !idle);
    if (!writing || idle) return;
    const timer = setTimeout(() => {
      setIdle(true);
    }, idleMs);
    return () => {
      clearTimeout(timer);
    };
  }, [writing, idle, tell]);
}
