import { Injectable } from '@nestjs/common';
import { isOfOwner } from '../../domain/sla/clock-kind.js';
import { climb, type Climbed } from '../../domain/sla/ladder.js';
import { calendarOf, type SlaBook } from '../../domain/sla/policy.js';
import type { ClockOfTicket } from '../../store/sla/clock.store.js';
import { databaseNow } from '../../store/sla/timer.store.js';
import type { Ticket } from '../../store/ticket/ticket.store.js';
import type { Work } from '../../store/work.js';
import { tellLines, tellTickets } from '../ticket/tell.js';
import { armClocks, keepClocks } from './keep-clocks.js';
import { ReassignLate } from './reassign-late.js';

/** What has come on one ticket, in its order, and the clocks that it came on. */
interface Come {
  readonly ticket: Ticket;
  readonly before: readonly ClockOfTicket[];
  readonly steps: readonly Climbed[];
}

/** Warnings, deadlines and what follows them, on tickets on which something has come. All is looked at again while they are held. */
@Injectable()
export class ClimbLadder {
  constructor(private readonly reassign: ReassignLate) {}

  async inside(tx: Work, ticketIds: readonly string[]): Promise<void> {
    const tickets = await tx.tickets.lockAll(ticketIds);
    const now = await databaseNow(tx.sql);
    const book = await tx.books.current();
    const clocks = await tx.clocks.ofTickets(ticketIds);
    const all = tickets.map((ticket) => {
      const before = clocks.filter(({ ticketId }) => ticketId === ticket.id);
      return { ticket, before, steps: climbAll(before, book, now) };
    });
    const turned = all.map(({ ticket, before, steps }) => ({ ticketId: ticket.id, before, steps }));
    await keepClocks(tx, turned, { book, cause: 'timer', actorId: null });
    // A timer that came too early, or for a step that is no more: its clock is armed for what will come.
    const climbed = new Set(all.flatMap(({ steps }) => steps.map(({ clock }) => clock.id)));
    await armClocks(
      tx,
      clocks.filter(({ id }) => !climbed.has(id)),
      book,
    );
    await this.tell(
      tx,
      all.filter(({ steps }) => steps.length > 0),
    );
  }

  private async tell(tx: Work, all: readonly Come[]): Promise<void> {
    await tellLines(tx, all.flatMap(breachLines));
    const moved = new Set<string>();
    for (const { ticket, steps } of all) {
      const late = steps.find(({ clock, acts }) => isOfOwner(clock.kind) && acts.includes('reassign'));
      if (late && (await this.reassign.inside(tx, ticket, late))) moved.add(ticket.id);
    }
    const others = all.filter(({ ticket }) => !moved.has(ticket.id));
    await tx.tickets.touch(others.map(({ ticket }) => ticket.id));
    await tellTickets(
      tx,
      others.map((one) => newsOf(one)),
    );
  }
}

function climbAll(clocks: readonly ClockOfTicket[], book: SlaBook, now: Date): Climbed[] {
  const all = clocks.flatMap((clock) => {
    const ladder = book.policies.find(({ id }) => id === clock.policyId)?.ladder ?? [];
    return climb(clock, { ladder, calendar: calendarOf(book, clock.calendarId), now });
  });
  return all.toSorted((a, b) => a.line.at.getTime() - b.line.at.getTime());
}

function breachLines({ ticket, steps }: Come) {
  return steps
    .filter(({ percent }) => percent === 100)
    .map(({ clock }) => {
      const facts = { clock: clock.kind, due: clock.dueAt.toISOString() };
      return { ticketId: ticket.id, agentId: null, code: 'breached' as const, facts };
    });
}

function newsOf({ ticket, steps }: Come) {
  const highest = Math.max(...steps.map(({ percent }) => percent));
  const cause = highest < 100 ? 'sla-warned' : highest === 100 ? 'sla-breached' : 'sla-escalated';
  return { ticketId: ticket.id, was: { lane: ticket.lane, ownerId: ticket.ownerId }, cause, actorId: null };
}
