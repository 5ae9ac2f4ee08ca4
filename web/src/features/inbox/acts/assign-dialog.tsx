import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { may, type AgentView, type Availability, type TicketRow } from '../../../../../src/contract/index.js';
import { agentsQuery } from '../../../api/team.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Avatar } from '../../../ui/avatar.js';
import { Dialog } from '../../../ui/dialog.js';
import { matches } from '../matches.js';
import css from './pick-list.module.css';
import type { AssignTicket } from './use-ticket-acts.js';

interface AssignDialogProps {
  row: TicketRow;
  onDone: () => void;
  assign: AssignTicket;
}

const ranks: Readonly<Record<Availability, number>> = { available: 0, finishing: 1, busy: 2, break: 3, offline: 4 };

/** Who may have this ticket and does not yet; oneself first, then who is here and has room. */
function usePeople(row: TicketRow, wanted: string): AgentView[] {
  const me = useMe().agent.id;
  const agents = useQuery(agentsQuery).data ?? [];
  return agents
    .filter((one) => !one.disabled && one.id !== row.owner?.id && matches(one.name, wanted))
    .filter((one) => may({ id: one.id, role: one.role }, 'ticket.see', { lane: row.lane, ownerId: null }).ok)
    .sort((a, b) => order(a, me) - order(b, me) || a.name.localeCompare(b.name));
}

/** People with their load and presence; Enter chooses the first. */
export function AssignDialog({ row, onDone, assign }: AssignDialogProps) {
  const words = useWords();
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const people = usePeople(row, wanted);
  const choose = (one: AgentView) => {
    onDone();
    void assign(row, one);
  };
  const title = words.t('assign.title', { number: String(row.number), name: row.person.name });
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')}>
      <TextInput
        label={words.t('assign.find')}
        value={wanted}
        data-autofocus
        onChange={(event) => {
          setWanted(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const [first] = people;
          if (event.key === 'Enter' && first) choose(first);
          if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
        }}
      />
      <ul ref={list} className={css.list} aria-label={words.t('assign.people')}>
        {people.map((one) => (
          <li key={one.id}>
            <Person agent={one} onChoose={choose} />
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className={css.none}>{words.t('assign.nobody')}</p>}
    </Dialog>
  );
}

function Person({ agent, onChoose }: { agent: AgentView; onChoose: (agent: AgentView) => void }) {
  const words = useWords();
  const me = useMe().agent.id === agent.id;
  return (
    <button
      type="button"
      className={css.person}
      onClick={() => {
        onChoose(agent);
      }}
    >
      <Avatar name={agent.name} size={32} />
      <span className={css.words}>
        <span className={css.name}>{me ? words.t('assign.me', { name: agent.name }) : agent.name}</span>
        <span className={css.about}>
          {words.t(`role.${agent.role}`)} · {words.list(agent.languages.map((tag) => words.language(tag)))}
        </span>
      </span>
      <span className={css.state} data-here={agent.connected && agent.availability === 'available' ? true : undefined}>
        {words.t(agent.connected ? `availability.${agent.availability}` : 'availability.offline')}
        <span className={css.load}>
          {words.t('assign.load', { open: agent.openTickets, capacity: agent.capacity })}
        </span>
      </span>
    </button>
  );
}

function order(agent: AgentView, me: string): number {
  if (agent.id === me) return -1;
  return (agent.connected ? 0 : 10) + ranks[agent.availability] + agent.openTickets / (agent.capacity + 1) / 100;
}
