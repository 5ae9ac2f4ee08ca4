import { may, type TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from './keyed-choices.js';
import type { Classify } from './use-classify.js';

interface PriorityDialogProps {
  row: TicketRow;
  onDone: () => void;
  classify: Classify;
}

const priorities = ['1', '2', '3', '4'] as const;

/** How much the ticket presses, and whether the person is one to treat with particular care. */
export function PriorityDialog({ row, onDone, classify }: PriorityDialogProps) {
  const words = useWords();
  const { agent } = useMe();
  const star = row.person.vip ? 'not-vip' : 'vip';
  const choices = [
    ...priorities.filter((one) => Number(one) !== row.priority),
    ...(may(agent, 'persons.change').ok ? ([star] as const) : []),
  ];
  return (
    <Dialog
      opened
      onClose={onDone}
      title={words.t('priority.title', { number: String(row.number), name: row.person.name })}
      closeLabel={words.t('shell.close')}
      size="sm"
    >
      <KeyedChoices
        choices={choices.map((value) => ({
          value,
          label: `priority.${value}` as const,
          key: `priority.${value}.key` as const,
        }))}
        onChoose={(choice) => {
          onDone();
          if (choice === 'vip' || choice === 'not-vip') classify.vip(row, choice === 'vip');
          else classify.priority(row, Number(choice));
        }}
      />
    </Dialog>
  );
}
