import { Button, NativeSelect, Textarea } from '@mantine/core';
import { lanes, type BulkAct } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, FormActs } from '../../../ui/form.js';
import { textOf } from '../../../ui/text-of.js';

/** The lane, with a word for whoever takes over. */
export function BulkTransfer({ onDone, onAct }: { onDone: () => void; onAct: (act: BulkAct) => void }) {
  const words = useWords();
  return (
    <Dialog opened onClose={onDone} title={words.t('bulk.transfer')} closeLabel={words.t('shell.close')} size="sm">
      <Form
        onSubmit={(data) => {
          const lane = lanes.find((one) => one === textOf(data, 'lane'));
          const note = textOf(data, 'note').trim();
          if (lane && note !== '') onAct({ act: 'transfer', lane, note });
        }}
      >
        <NativeSelect
          name="lane"
          label={words.t('transfer.lane')}
          data-autofocus
          data={lanes.map((value) => ({ value, label: words.t(`lane.${value}`) }))}
        />
        <Textarea
          name="note"
          label={words.t('transfer.note')}
          description={words.t('transfer.note.about')}
          rows={3}
          maxLength={2000}
          required
        />
        <FormActs>
          <Button type="submit">{words.t('bulk.next')}</Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
