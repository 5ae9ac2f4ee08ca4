import { waitedFor, type WaitedFor } from '../../domain/ticket/put-off.js';
import { ticketStates, type TicketState } from '../../domain/ticket/ticket-state.js';
import type { Regrouping } from '../../store/ticket/regrouping.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';

/** The threads of both tickets as they were. Answers which are gone from the one that took them, and which changed. */
export async function putThreadsBack(
  tx: Work,
  { ticketId: giver, otherId: taker, before }: Regrouping,
): Promise<{ goneThreads: string[]; threads: string[] }> {
  const theirs = before.threads.filter(({ ticketId }) => ticketId === giver);
  const goneThreads: string[] = [];
  for (const { threadId, open } of theirs) {
    const there = before.threads.find((one) => one.ticketId === taker && one.threadId === threadId);
    if (there) await tx.belongings.setThread({ ticketId: taker, threadId, open: there.open });
    else {
      await tx.belongings.dropThread(taker, threadId);
      goneThreads.push(threadId);
    }
    await tx.belongings.setThread({ ticketId: giver, threadId, open });
    const home = before.homes[threadId] ?? null;
    const thread = await tx.threads.find(threadId);
    if (thread?.ticketId === taker && home === giver) await tx.belongings.setHome(threadId, giver);
  }
  return { goneThreads, threads: theirs.map(({ threadId }) => threadId) };
}

/** Where the regrouping alone moved a ticket on, it goes back; what people decided since stands. */
export async function putTakerBack(tx: Work, ticket: Ticket, { before, made }: Regrouping): Promise<void> {
  if (ticket.state !== made.state) return;
  const row = before.tickets.find(({ id }) => id === ticket.id);
  const state = ticketStates.find((one): one is TicketState => one === row?.['state']);
  if (!row || state === undefined || state === ticket.state) return;
  const waitingFor = waitedFor.find((one): one is WaitedFor => one === row['waiting_for']) ?? null;
  const until = row['snoozed_until'];
  await tx.tickets.change(ticket.id, {
    state,
    waitingFor,
    snoozedUntil: typeof until === 'string' ? new Date(until) : null,
    wakeOnCustomer: row['wake_on_customer'] === true,
  });
}
