import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may, type ExpertView } from '../../../../src/contract/index.js';
import { experts, expertsQuery, type ExpertForm } from '../../api/experts.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { agentsQuery } from '../../api/team.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import { ExpertFields } from './expert-fields.js';
import { formOf } from './expert-form.js';

interface ExpertDialogProps {
  /** Null for somebody who is not in the registry yet. */
  expert: ExpertView | null;
  onClose: () => void;
}

export function ExpertDialog({ expert, onClose }: ExpertDialogProps) {
  const words = useWords();
  const me = useMe().agent;
  const [id, setId] = useState(expert?.agent.id ?? '');
  const [form, setForm] = useState<ExpertForm>(() => formOf(expert, me.id));
  const save = useSaveExpert(onClose);
  const title = expert ? words.t('registry.edit', { name: expert.agent.name }) : words.t('registry.add');
  const isSelf = id === me.id;
  return (
    <Dialog opened onClose={onClose} title={title} closeLabel={words.t('shell.close')} size="lg">
      <Form
        onSubmit={() => {
          save.mutate({ id, form });
        }}
      >
        {!expert && <Whom id={id} onChoose={setId} />}
        <ExpertFields form={form} onChange={setForm} coached={may(me, 'experts.manage').ok && !isSelf} own={isSelf} />
        <RefusalNote error={save.error} />
        <FormActs>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <BusyButton type="submit" busy={save.isPending}>
            {words.t('shell.save')}
          </BusyButton>
        </FormActs>
      </Form>
    </Dialog>
  );
}

function useSaveExpert(onClose: () => void) {
  const words = useWords();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, form }: { id: string; form: ExpertForm }) => experts.save(id, form),
    onSuccess: ({ agent }) => {
      void cache.invalidateQueries({ queryKey: expertsQuery.queryKey });
      toast({ text: words.t('registry.saved', { name: agent.name }), tone: 'ok' });
      onClose();
    },
  });
}

/** Anybody of the team can be an expert, whatever their role. */
function Whom({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const words = useWords();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: known = [] } = useQuery(expertsQuery);
  const free = agents.filter((agent) => !agent.disabled && !known.some((expert) => expert.agent.id === agent.id));
  return (
    <NativeSelect
      label={words.t('registry.person')}
      required
      withAsterisk={false}
      data-autofocus
      value={id}
      data={[
        { value: '', label: '' },
        ...free.map((agent) => ({ value: agent.id, label: `${agent.name} · ${words.t(`role.${agent.role}`)}` })),
      ]}
      onChange={(event) => {
        onChoose(event.currentTarget.value);
      }}
    />
  );
}
