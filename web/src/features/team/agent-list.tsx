import { Button } from '@mantine/core';
import type { AgentView } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Avatar } from '../../ui/avatar.js';
import css from './agent-list.module.css';

interface AgentListProps {
  agents: readonly AgentView[];
  /** Null for those who may only look. */
  onOpen: ((id: string) => void) | null;
}

export function AgentList({ agents, onOpen }: AgentListProps) {
  const words = useWords();
  const sorted = agents.toSorted((a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name));
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.t('team.person')}</th>
            <th scope="col">{words.t('team.role')}</th>
            <th scope="col">{words.t('team.languages')}</th>
            <th scope="col">{words.t('team.now')}</th>
            <th scope="col">{words.t('team.load')}</th>
            {onOpen && (
              <th scope="col">
                <span className="unseen">{words.t('team.change')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((agent) => (
            <AgentRow key={agent.id} agent={agent} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AgentRow({ agent, onOpen }: { agent: AgentView; onOpen: AgentListProps['onOpen'] }) {
  const words = useWords();
  return (
    <tr data-disabled={agent.disabled}>
      <th scope="row">
        <Person agent={agent} />
      </th>
      <td data-name={words.t('team.role')}>{words.t(`role.${agent.role}`)}</td>
      <td data-name={words.t('team.languages')}>
        <Languages tags={agent.languages} />
      </td>
      <td data-name={words.t('team.now')}>
        <Presence agent={agent} />
      </td>
      <td data-name={words.t('team.load')}>
        <Load open={agent.openTickets} capacity={agent.capacity} />
      </td>
      {onOpen && (
        <td className={css.acts}>
          <Button
            variant="default"
            aria-label={words.t('team.change-who', { name: agent.name })}
            onClick={() => {
              onOpen(agent.id);
            }}
          >
            {words.t('team.change')}
          </Button>
        </td>
      )}
    </tr>
  );
}

function Person({ agent }: { agent: AgentView }) {
  const words = useWords();
  const isMe = useMe().agent.id === agent.id;
  return (
    <span className={css.person}>
      <Avatar name={agent.name} size={36} />
      <span>
        <span className={css.name}>
          {agent.name}
          {isMe && <span className={css.me}>{words.t('team.you')}</span>}
        </span>
        <span className={css.mail}>{agent.email}</span>
      </span>
    </span>
  );
}

function Languages({ tags }: { tags: readonly string[] }) {
  const words = useWords();
  return (
    <span className={css.languages}>
      {tags.map((tag) => (
        <abbr key={tag} className={css.language} title={words.language(tag)}>
          {tag.toUpperCase()}
        </abbr>
      ))}
    </span>
  );
}

/** Being there and taking work are two things; both are told. */
function Presence({ agent }: { agent: AgentView }) {
  const words = useWords();
  if (agent.disabled) return <span className={css.quiet}>{words.t('team.disabled')}</span>;
  if (!agent.connected) return <span className={css.quiet}>{words.t('team.away')}</span>;
  return (
    <span className={css.there}>
      <span className={css.dot} data-is={agent.availability} />
      {words.t(`availability.${agent.availability}`)}
    </span>
  );
}

function Load({ open, capacity }: { open: number; capacity: number }) {
  const words = useWords();
  const share = capacity === 0 ? 1 : Math.min(1, open / capacity);
  return (
    <span className={css.load}>
      <span className={css.bar} aria-hidden="true">
        <span className={css.part} data-full={share >= 1} style={{ inlineSize: `${String(share * 100)}%` }} />
      </span>
      <span className="figures">{words.t('team.load-of', { open, capacity })}</span>
    </span>
  );
}
