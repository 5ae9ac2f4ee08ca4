import { Button, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../live/use-now.js';
import type { AccountView } from '../../../../src/contract/index.js';
import { accounts } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import { useKeepAccount } from './use-keep-account.js';

const dayChoices = ['1', '3', '7', '30'] as const;
const dayMs = 86_400_000;

interface RefetchProps {
  account: AccountView;
  onClose: () => void;
}

export function Refetch({ account, onClose }: RefetchProps) {
  const words = useWords();
  const title = words.t('account.refetch-title', { name: account.name });
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="sm">
      <RefetchForm account={account} onClose={onClose} />
    </Dialog>
  );
}

/** How far back the network is asked once more. */
function RefetchForm({ account, onClose }: RefetchProps) {
  const words = useWords();
  const keep = useKeepAccount();
  const now = useNow(15_000);
  const [days, setDays] = useState<string>(dayChoices[0]);
  const refetch = useMutation({
    mutationFn: () => accounts.refetch(account.id, new Date(now - Number(days) * dayMs)),
    onSuccess: (changed) => {
      keep(changed);
      toast({ text: words.t('account.refetch-begun', { name: account.name }), tone: 'ok' });
      onClose();
    },
  });
  return (
    <Form
      onSubmit={() => {
        refetch.mutate();
      }}
    >
      <Radio.Group
        label={words.t('account.refetch-since')}
        description={words.t('account.refetch-text')}
        value={days}
        onChange={setDays}
      >
        <DayChoices />
      </Radio.Group>
      <RefusalNote error={refetch.error} />
      <FormActs>
        <Button variant="default" onClick={onClose}>
          {words.t('shell.cancel')}
        </Button>
        <BusyButton type="submit" busy={refetch.isPending}>
          {words.t('account.refetch')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}

function DayChoices() {
  const words = useWords();
  return (
    <Stack gap="xs" mt="xs">
      {dayChoices.map((choice) => (
        <Radio key={choice} value={choice} label={words.t('account.refetch-days', { days: Number(choice) })} />
      ))}
    </Stack>
  );
}
