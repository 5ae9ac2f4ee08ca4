import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../../../src/contract/index.js';
import { accounts, accountsQuery } from '../../api/accounts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';

interface DisconnectProps {
  account: AccountView;
  onClose: () => void;
}

export function Disconnect({ account, onClose }: DisconnectProps) {
  const words = useWords();
  const { name, networkName: network } = account;
  const title = words.t('account.disconnect-title', { name, network });
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')}>
      <DisconnectForm account={account} onClose={onClose} />
    </Dialog>
  );
}

/** Nothing comes in and nothing goes out afterwards: hence the name must be typed. */
function DisconnectForm({ account, onClose }: DisconnectProps) {
  const words = useWords();
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const { id, name, networkName: network, heldReplies: held } = account;
  const leave = useMutation({
    mutationFn: () => accounts.disconnect(id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: accountsQuery.queryKey });
      toast({ text: words.t('account.disconnected-done', { name, network }), tone: 'ok' });
      onClose();
    },
  });
  const sure = typed.trim() === name;
  return (
    <Form onSubmit={() => sure && leave.mutate()}>
      <p>{words.t('account.disconnect-text', { held })}</p>
      <TextInput
        data-autofocus
        label={words.t('account.disconnect-type', { name })}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <RefusalNote error={leave.error} />
      <FormActs>
        <Button variant="default" onClick={onClose}>
          {words.t('shell.cancel')}
        </Button>
        <BusyButton type="submit" data-tone="late" busy={leave.isPending} disabled={!sure}>
          {words.t('account.disconnect')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}
