import { may, type TicketRow } from '../../../../../src/contract/index.js';
import { useMe } from '../../../api/use-me.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { useActs, type Acts } from '../acts/acts-context.js';
import { isPutOff } from '../acts/is-put-off.js';
import { startPicking } from './picked-messages.js';

interface ActItem {
  label: PhraseKey;
  icon: IconName;
  keys?: string;
  run: () => void;
  refused?: PhraseKey | undefined;
}

/** Everything that can be done with an open ticket, with its key; what the reader may not do says why. */
export function useActItems(ticket: TicketRow, mine: boolean): ActItem[] {
  const { agent } = useMe();
  const acts = useActs();
  const scope = { lane: ticket.lane, ownerId: ticket.owner?.id ?? null };
  const canAssign = may(agent, 'ticket.assign', scope).ok;
  const release = () => {
    acts.release(ticket);
  };
  return [
    ...(mine ? [{ label: 'act.release', icon: 'release', run: release } satisfies ActItem] : []),
    ...asked(acts, ticket, canAssign),
    ...ends(acts, ticket),
  ];
}

const questions = [
  ['assign', 'act.assign', 'assign', 'a'],
  ['transfer', 'act.transfer', 'transfer', 'm'],
  ['expert', 'act.expert', 'bulb', 'q'],
  ['put-off', 'act.put-off', 'moon', 's'],
  ['topic', 'act.topic', 'queues', 'l'],
  ['priority', 'act.priority', 'star', 'y'],
  ['merge', 'act.merge', 'merge', '⇧ m'],
] as const;

function asked(acts: Acts, ticket: TicketRow, canAssign: boolean): ActItem[] {
  return questions.map(([what, label, icon, keys]) => ({
    label,
    icon,
    keys,
    run: () => {
      acts.ask(what, ticket);
    },
    refused: what === 'assign' && !canAssign ? 'act.assign.refused' : undefined,
  }));
}

function ends(acts: Acts, ticket: TicketRow): ActItem[] {
  const close = (thenNext: boolean) => () => {
    acts.askClose(ticket, thenNext);
  };
  const split = () => {
    startPicking(ticket.id);
  };
  const resume = () => {
    acts.resume(ticket);
  };
  return [
    { label: 'act.split', icon: 'split', run: split },
    ...(isPutOff(ticket) ? [{ label: 'act.resume', icon: 'reopen', run: resume } satisfies ActItem] : []),
    { label: 'act.close', icon: 'tick', keys: 'e', run: close(false) },
    { label: 'act.close-next', icon: 'forward', keys: '⇧ e', run: close(true) },
  ];
}
