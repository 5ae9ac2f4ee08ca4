import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '../../api/refusal-note.js';
import { agentsQuery, team } from '../../api/team.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { CopyField } from '../../ui/copy-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { Note } from '../../ui/note.js';
import { Step } from '../../ui/step.js';
import { textOf } from '../../ui/text-of.js';
import { AgentFields, type AgentRights } from './agent-fields.js';
import css from './agent-form.module.css';

const usualCapacity = 8;

/** Somebody new gets a link, by whatever way their administrator likes; no mail server is needed. */
export function Invite({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const cache = useQueryClient();
  const invite = useMutation({
    mutationFn: team.invite,
    onSuccess: () => cache.invalidateQueries({ queryKey: agentsQuery.queryKey }),
  });
  return (
    <Dialog opened onClose={onClose} title={words.t('invite.title')} closeLabel={words.t('shell.close')}>
      {invite.data ? (
        <Step>
          <Invited
            name={invite.data.agent.name}
            url={invite.data.invitationUrl}
            onAnother={invite.reset}
            onClose={onClose}
          />
        </Step>
      ) : (
        <InviteForm pending={invite.isPending} error={invite.error} onInvite={invite.mutate} />
      )}
    </Dialog>
  );
}

interface InviteFormProps {
  pending: boolean;
  error: unknown;
  onInvite: (agent: AgentRights & { name: string; email: string }) => void;
}

function InviteForm({ pending, error, onInvite }: InviteFormProps) {
  const words = useWords();
  const [rights, setRights] = useState<AgentRights>({
    role: 'adviser',
    languages: [words.locale],
    capacity: usualCapacity,
  });
  const plain = { required: true, withAsterisk: false, autoComplete: 'off' };
  return (
    <Form
      onSubmit={(data) => {
        onInvite({ ...rights, name: textOf(data, 'name').trim(), email: textOf(data, 'email').trim() });
      }}
    >
      <p className={css.lead}>{words.t('invite.lead')}</p>
      <TextInput {...plain} name="name" data-autofocus label={words.t('invite.name')} />
      <TextInput {...plain} name="email" type="email" label={words.t('sign-in.email')} />
      <AgentFields rights={rights} onChange={setRights} />
      <RefusalNote error={error} />
      <FormActs>
        <BusyButton type="submit" busy={pending}>
          {words.t('invite.submit')}
        </BusyButton>
      </FormActs>
    </Form>
  );
}

interface InvitedProps {
  name: string;
  url: string;
  onAnother: () => void;
  onClose: () => void;
}

function Invited({ name, url, onAnother, onClose }: InvitedProps) {
  const words = useWords();
  return (
    <div className={css.parts}>
      <div role="status">
        <Note tone="ok">{words.t('invite.done', { name })}</Note>
      </div>
      <CopyField
        label={words.t('invite.link')}
        text={url}
        copyLabel={words.t('shell.copy')}
        copiedLabel={words.t('shell.copied')}
      />
      <p className={css.lead}>{words.t('invite.once')}</p>
      <FormActs>
        <Button variant="default" onClick={onAnother}>
          {words.t('invite.another')}
        </Button>
        <Button onClick={onClose}>{words.t('shell.done')}</Button>
      </FormActs>
    </div>
  );
}
