import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskView } from '../../../../src/contract/index.js';
import { asks, expertsQuery } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';

/** The same question to somebody else. */
export function AgainDialog({ ask, onClose }: { ask: AskView; onClose: () => void }) {
  const words = useWords();
  const { data: all = [] } = useQuery(expertsQuery);
  const [who, setWho] = useState('');
  const again = useMutation({
    mutationFn: () => asks.again(ask.id, who === '' ? null : who),
    onSuccess: onClose,
  });
  const people = all
    .filter(({ agent, active }) => active && agent.id !== ask.asker.id)
    .map(({ agent, signature }) => ({ value: agent.id, label: `${agent.name} · ${signature}` }));
  return (
    <Dialog opened onClose={onClose} title={words.t('ask.again')} closeLabel={words.t('shell.close')}>
      <Form
        onSubmit={() => {
          again.mutate();
        }}
      >
        <NativeSelect
          data-autofocus
          label={words.t('ask-dialog.who')}
          value={who}
          data={[{ value: '', label: words.t('ask-dialog.best') }, ...people]}
          onChange={(event) => {
            setWho(event.currentTarget.value);
          }}
        />
        <RefusalNote error={again.error} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <BusyButton type="submit" busy={again.isPending}>
            {words.t('ask.again-do')}
          </BusyButton>
        </FormActs>
      </Form>
    </Dialog>
  );
}
