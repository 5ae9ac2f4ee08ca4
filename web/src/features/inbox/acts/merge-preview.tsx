import { Button } from '@mantine/core';
import { byTime, type Conversation, type TicketRow } from '../../../../../src/contract/index.js';
import { tickets } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { FormActs } from '../../../ui/form.js';
import { useConversation } from '../conversation/use-conversation.js';
import { networkName } from '../names.js';
import { usePlace } from '../place.js';
import css from './merge-preview.module.css';
import { useRun } from './use-run.js';

const shown = 30;

interface MergePreviewProps {
  row: TicketRow;
  intoId: string;
  onDone: () => void;
}

/** Both conversations as one, which number stays, and by which account it will be answered. */
export function MergePreview({ row, intoId, onDone }: MergePreviewProps) {
  const words = useWords();
  const from = useConversation(row.id).data;
  const into = useConversation(intoId).data;
  const merge = useMerge(row, intoId);
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t('merge.preview', { number: String(row.number) })}
      closeLabel={words.t('shell.close')}
      size="lg"
    >
      {from && into ? <Together from={from} into={into} /> : <p className={css.words}>{words.t('merge.loading')}</p>}
      <FormActs>
        <Button variant="default" data-autofocus onClick={onDone}>
          {words.t('shell.cancel')}
        </Button>
        <Button
          disabled={!from || !into}
          onClick={() => {
            onDone();
            merge();
          }}
        >
          {words.t('merge.do')}
        </Button>
      </FormActs>
    </Dialog>
  );
}

function Together({ from, into }: { from: Conversation; into: Conversation }) {
  const words = useWords();
  const all = [from, into]
    .flatMap(({ ticket, messages }) => messages.map((message) => ({ ...message, number: ticket.number })))
    .sort(byTime)
    .slice(-shown);
  const { account, number: stays } = into.ticket;
  const effect = {
    stays: String(stays),
    goes: String(from.ticket.number),
    account: account.name,
    network: networkName(account.network),
  };
  return (
    <>
      <p className={css.words}>{words.t('merge.effect', effect)}</p>
      <ol className={css.together} tabIndex={0} aria-label={words.t('merge.together')}>
        {all.map(({ id, number, author, at, text }) => (
          <li key={id} data-goes={number === from.ticket.number || undefined}>
            <span className={css.number}>#{number}</span>
            <span className={css.text}>
              <strong>{author.name}</strong> {text === '' ? words.t('row.no-text') : text}
            </span>
            <time dateTime={at}>{words.moment(at)}</time>
          </li>
        ))}
      </ol>
    </>
  );
}

function useMerge(row: TicketRow, intoId: string): () => void {
  const words = useWords();
  const place = usePlace();
  const run = useRun();
  return () => {
    const undo = () => {
      void run(tickets.undoMerge(row.id), { text: words.t('done.unmerged') });
    };
    const text = words.t('done.merged', { number: String(row.number), name: row.person.name });
    void run(tickets.merge(row.id, intoId), { text, undo }).then((done) => {
      if (done && place.ticketId === row.id) place.openTicket(intoId);
    });
  };
}
