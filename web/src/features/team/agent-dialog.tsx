import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgentView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { team } from '../../api/team.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form, FormActs } from '../../ui/form.js';
import { toast } from '../../ui/toasts.js';
import { AgentFields, type AgentRights } from './agent-fields.js';
import css from './agent-form.module.css';
import { HardActs } from './hard-acts.js';
import { useKeepAgent } from './use-keep-agent.js';

interface AgentDialogProps {
  agent: AgentView;
  onClose: () => void;
}

export function AgentDialog({ agent, onClose }: AgentDialogProps) {
  const words = useWords();
  return (
    <Dialog opened onClose={onClose} title={agent.name} closeLabel={words.t('shell.close')}>
      <div className={css.parts}>
        <p className={css.lead}>{agent.email}</p>
        <RightsForm agent={agent} onClose={onClose} />
        <HardActs agent={agent} />
      </div>
    </Dialog>
  );
}

function RightsForm({ agent, onClose }: AgentDialogProps) {
  const words = useWords();
  const keep = useKeepAgent();
  const { role, languages, capacity } = agent;
  const [rights, setRights] = useState<AgentRights>({ role, languages, capacity });
  const [inTraining, setInTraining] = useState(agent.inTraining);
  const save = useMutation({
    mutationFn: () => team.change(agent.id, { ...rights, inTraining }),
    onSuccess: (changed) => {
      keep(changed);
      toast({ text: words.t('team.saved', { name: changed.name }), tone: 'ok' });
      onClose();
    },
  });
  return (
    <Form
      onSubmit={() => {
        save.mutate();
      }}
    >
      <AgentFields rights={rights} onChange={setRights} />
      <InTraining is={inTraining} onChange={setInTraining} />
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
  );
}

function InTraining({ is, onChange }: { is: boolean; onChange: (is: boolean) => void }) {
  const words = useWords();
  return (
    <Checkbox
      label={words.t('team.in-training')}
      description={words.t('team.in-training-text')}
      checked={is}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
