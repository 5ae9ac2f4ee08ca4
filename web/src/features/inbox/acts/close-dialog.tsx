import { useState } from 'react';
import { outcomes, type Outcome, type TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from './keyed-choices.js';
import { useNextTicket } from './use-next-ticket.js';
import type { CloseTicket } from './use-ticket-acts.js';

const reasons = ['thanks', 'off-topic', 'provocation', 'already-answered'] as const;

interface CloseDialogProps {
  row: TicketRow;
  /** Goes on to the next ticket of the list when it is done. */
  thenNext: boolean;
  onDone: () => void;
  close: CloseTicket;
}

/** One outcome, by one key; "no reply needed" asks why, because it is counted apart. */
export function CloseDialog({ row, thenNext, onDone, close }: CloseDialogProps) {
  const words = useWords();
  const [asksWhy, setAsksWhy] = useState(false);
  const next = useNextTicket(row.id);
  const finish = (outcome: Outcome, note?: string) => {
    onDone();
    void close(row, { outcome, ...(note !== undefined && { note }) }).then((closed) => {
      if (closed && thenNext) next();
    });
  };
  const title = words.t(asksWhy ? 'close.why' : 'close.title', { number: String(row.number), name: row.person.name });
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')} size="sm">
      {asksWhy ? (
        <KeyedChoices
          key="why"
          choices={reasons.map((reason) => choice(reason, `close.why.${reason}`, `close.why.${reason}.key`))}
          onChoose={(reason) => {
            finish('no_reply_needed', words.t(`close.why.${reason}`));
          }}
        />
      ) : (
        <KeyedChoices
          key="outcome"
          choices={outcomes.map((outcome) => choice(outcome, `outcome.${outcome}`, `close.${outcome}.key`))}
          onChoose={(outcome) => {
            if (outcome === 'no_reply_needed') setAsksWhy(true);
            else finish(outcome);
          }}
        />
      )}
    </Dialog>
  );
}

function choice<T extends string>(value: T, label: PhraseKey, key: PhraseKey) {
  return { value, label, key };
}
