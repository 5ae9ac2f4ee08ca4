import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { lanes, may, type AgentView, type Lane, type TicketRow } from '../../../../../src/contract/index.js';
import { agentsQuery } from '../../../api/team.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Dialog } from '../../../ui/dialog.js';
import css from './transfer-dialog.module.css';
import type { TransferTicket } from './use-ticket-acts.js';

interface TransferDialogProps {
  row: TicketRow;
  onDone: () => void;
  transfer: TransferTicket;
}

/** To another lane, with a word for whoever takes over: they should not have to read everything again. */
export function TransferDialog({ row, onDone, transfer }: TransferDialogProps) {
  const words = useWords();
  const others = lanes.filter((lane) => lane !== row.lane);
  const [to, setTo] = useState<{ lane: Lane; agentId: string }>({ lane: others[0] ?? row.lane, agentId: '' });
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const text = note.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (text === '') return;
    onDone();
    void transfer(row, { lane: to.lane, note: text, ...(to.agentId !== '' && { agentId: to.agentId }) });
  };
  const title = words.t('transfer.title', { number: String(row.number), name: row.person.name });
  return (
    <Dialog opened onClose={onDone} title={title} closeLabel={words.t('shell.close')}>
      <form className={css.form} onSubmit={submit} noValidate>
        <LaneChoice
          offered={others}
          chosen={to.lane}
          onChoose={(lane) => {
            setTo({ lane, agentId: '' });
          }}
        />
        <Whom
          lane={to.lane}
          agentId={to.agentId}
          onAgent={(agentId) => {
            setTo({ lane: to.lane, agentId });
          }}
        />
        <Note text={note} missing={tried && text === ''} onText={setNote} />
        <Acts lane={to.lane} onCancel={onDone} />
      </form>
    </Dialog>
  );
}

function Acts({ lane, onCancel }: { lane: Lane; onCancel: () => void }) {
  const words = useWords();
  return (
    <div className={css.acts}>
      <Button variant="default" onClick={onCancel}>
        {words.t('shell.cancel')}
      </Button>
      <Button type="submit">{words.t('transfer.do', { lane: words.t(`lane.${lane}`) })}</Button>
    </div>
  );
}

interface LaneChoiceProps {
  offered: readonly Lane[];
  chosen: Lane;
  onChoose: (lane: Lane) => void;
}

function LaneChoice({ offered, chosen, onChoose }: LaneChoiceProps) {
  const words = useWords();
  return (
    <fieldset className={css.lanes}>
      <legend>{words.t('transfer.lane')}</legend>
      {offered.map((lane) => (
        <label key={lane} className={css.lane} data-lane={lane}>
          <input
            type="radio"
            name="lane"
            checked={lane === chosen}
            onChange={() => {
              onChoose(lane);
            }}
          />
          <span>
            <span className={css.name}>{words.t(`lane.${lane}`)}</span>
            <span className={css.about}>{words.t(`transfer.${lane}.about`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Naming a person needs the right to give tickets to people. */
function Whom({ lane, agentId, onAgent }: { lane: Lane; agentId: string; onAgent: (id: string) => void }) {
  const words = useWords();
  const { agent } = useMe();
  const agents = useQuery(agentsQuery).data ?? [];
  if (!may(agent, 'ticket.assign').ok) return null;
  const people = agents
    .filter((one) => worksIn(one, lane))
    .map((one) => ({
      value: one.id,
      label: `${one.name} · ${words.t(`availability.${one.availability}`)} · ${String(one.openTickets)}`,
    }));
  return (
    <NativeSelect
      label={words.t('transfer.whom')}
      value={agentId}
      data={[{ value: '', label: words.t('transfer.anyone') }, ...people]}
      onChange={(event) => {
        onAgent(event.currentTarget.value);
      }}
    />
  );
}

function worksIn(agent: AgentView, lane: Lane): boolean {
  return !agent.disabled && may({ id: agent.id, role: agent.role }, 'ticket.see', { lane, ownerId: null }).ok;
}

function Note({ text, missing, onText }: { text: string; missing: boolean; onText: (text: string) => void }) {
  const words = useWords();
  return (
    <Textarea
      label={words.t('transfer.note')}
      description={words.t('transfer.note.about')}
      placeholder={words.t('transfer.note.example')}
      rows={3}
      required
      data-autofocus
      value={text}
      error={missing ? words.t('transfer.note.missing') : null}
      onChange={(event) => {
        onText(event.currentTarget.value);
      }}
    />
  );
}
