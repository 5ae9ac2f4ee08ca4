import type { AskView, HistoryCode } from '../../contract/index.js';
import { askCanBecome, type AskState } from '../../domain/expert/ask-state.js';
import { Refusal } from '../../domain/refusal.js';
import type { Ask, AskChange } from '../../store/expert/ask.store.js';
import { askView } from '../../store/expert/ask.view.js';
import type { Work } from '../../store/work.js';
import { tellLine } from '../ticket/tell.js';

interface Turn {
  readonly to: AskState;
  readonly change?: Omit<AskChange, 'state'>;
  /** For the ticket's history; none for what is not worth a line. */
  readonly line?: {
    readonly code: HistoryCode;
    readonly agentId: string | null;
    readonly facts?: Readonly<Record<string, string>>;
  };
}

export function mustBecome(ask: Ask, to: AskState): void {
  if (!askCanBecome(ask.state, to)) throw new Refusal('ask.state', { state: ask.state });
}

/** Turns a question that the caller holds, and tells everybody: the end of each act upon it. */
export async function changeAsk(tx: Work, ask: Ask, { to, change, line }: Turn): Promise<AskView> {
  mustBecome(ask, to);
  await tx.asks.change(ask.id, { ...change, state: to });
  if (line) {
    const { code, agentId, facts = {} } = line;
    await tellLine(tx, { ticketId: ask.ticketId, agentId, code, facts });
  }
  return tellAsk(tx, ask);
}

/** `ask`: as it was before. */
export async function tellAsk(tx: Work, ask: Pick<Ask, 'id' | 'expertId'>): Promise<AskView> {
  const view = await askView(tx.sql, tx.workspaceId, ask.id);
  const wasExpertId = view.expert.id === ask.expertId ? null : ask.expertId;
  await tx.tell({ type: 'ask.changed', ticketId: view.ticketId, ask: view, wasExpertId });
  return view;
}
