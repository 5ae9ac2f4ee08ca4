import { useQuery } from '@tanstack/react-query';
import { outcomes, type BulkAct } from '../../../../../src/contract/index.js';
import { agentsQuery } from '../../../api/team.js';
import { topicChoicesQuery } from '../../../api/tickets.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeyedChoices } from '../acts/keyed-choices.js';
import { PickDialog } from '../acts/pick-dialog.js';

interface AskProps {
  onDone: () => void;
  onAct: (act: BulkAct) => void;
}

export function AskAgent({ onDone, onAct }: AskProps) {
  const words = useWords();
  const agents = useQuery(agentsQuery).data ?? [];
  const picks = agents
    .filter(({ disabled }) => !disabled)
    .map(({ id, name, role, availability, openTickets, capacity }) => ({
      id,
      name,
      about: [
        words.t(`role.${role}`),
        words.t(`availability.${availability}`),
        words.t('assign.load', { open: openTickets, capacity }),
      ].join(' · '),
    }));
  return (
    <PickDialog
      title={words.t('bulk.assign')}
      field={words.t('assign.find')}
      label={words.t('assign.people')}
      none={words.t('assign.nobody')}
      picks={picks}
      onPick={(agentId) => {
        onAct({ act: 'assign', agentId });
      }}
      onDone={onDone}
    />
  );
}

export function AskTopic({ onDone, onAct }: AskProps) {
  const words = useWords();
  const topics = useQuery(topicChoicesQuery).data ?? [];
  return (
    <PickDialog
      title={words.t('bulk.topic')}
      field={words.t('topic.find')}
      label={words.t('topic.list')}
      none={words.t('topic.nothing')}
      picks={topics.map(({ id, lane, name }) => ({ id, name: name[words.locale], about: words.t(`lane.${lane}`) }))}
      onPick={(topic) => {
        onAct({ act: 'topic', topic });
      }}
      onDone={onDone}
    />
  );
}

export function AskOutcome({ onDone, onAct }: AskProps) {
  const words = useWords();
  return (
    <Dialog opened onClose={onDone} title={words.t('bulk.close')} closeLabel={words.t('shell.close')} size="sm">
      <KeyedChoices
        choices={outcomes.map((value) => ({
          value,
          label: `outcome.${value}` as const,
          key: `close.${value}.key` as const,
        }))}
        onChoose={(outcome) => {
          onAct({ act: 'close', outcome });
        }}
      />
    </Dialog>
  );
}

const priorities = ['1', '2', '3', '4'] as const;

export function AskPriority({ onDone, onAct }: AskProps) {
  const words = useWords();
  return (
    <Dialog opened onClose={onDone} title={words.t('bulk.priority')} closeLabel={words.t('shell.close')} size="sm">
      <KeyedChoices
        choices={priorities.map((value) => ({
          value,
          label: `priority.${value}` as const,
          key: `priority.${value}.key` as const,
        }))}
        onChoose={(priority) => {
          onAct({ act: 'priority', priority: Number(priority) });
        }}
      />
    </Dialog>
  );
}
