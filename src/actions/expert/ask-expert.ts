import { Injectable } from '@nestjs/common';
import type { AskView } from '../../contract/index.js';
import { askClockUntil, type AskClock } from '../../domain/expert/ask-clock.js';
import type { AskMode } from '../../domain/expert/ask-state.js';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { newId, sha256Hex } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { askClockNow } from '../../store/expert/ask-clock.view.js';
import { askView } from '../../store/expert/ask.view.js';
import type { Work } from '../../store/work.js';
import type { Caller } from '../caller.js';
import { lockOpenTicket } from '../ticket/lock-ticket.js';
import { tellLine } from '../ticket/tell.js';
import { tellAsk } from './change-ask.js';
import { chooseExpert } from './choose-expert.js';

interface Question {
  readonly ticketId: string;
  readonly question: string;
  /** Null for whoever is suggested first. */
  readonly expertId: string | null;
  readonly mode: AskMode;
  readonly topic: string | null;
  /** The expert sees who the customer is. */
  readonly unmasked: boolean;
  /** By when they are to answer; null for what the ticket's policy says. */
  readonly dueAt: Date | null;
  /** A UUID of the console's, the same for every try of one question: it is asked once. */
  readonly clientId: string;
}

/** Asks somebody inside the company. The ticket stays where it is, and its customer's clocks go on. */
@Injectable()
export class AskExpert {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, question: Question): Promise<AskView> {
    return this.db.transaction(caller.workspaceId, async (tx) => {
      const ticket = await lockOpenTicket(tx, caller, { ticketId: question.ticketId, act: 'ticket.ask' });
      const requestHash = hashOf(caller, question);
      const earlier = await tx.asks.byClientId(question.clientId);
      if (earlier) {
        if (earlier.requestHash !== requestHash) throw new Refusal('reply.other-body', {});
        return askView(tx.sql, tx.workspaceId, earlier.id);
      }
      return this.ask(tx, caller, { ...question, requestHash, language: ticket.language });
    });
  }

  private async ask(
    tx: Work,
    caller: Caller,
    asked: Question & { requestHash: string; language: string | null },
  ): Promise<AskView> {
    const { ticketId, language } = asked;
    const question = asked.question.trim();
    if (question === '') throw new Refusal('reply.empty', {});
    const now = this.clock.now();
    const expert = await chooseExpert(tx, { ...asked, askerId: caller.id, now });
    const clock = await clockOf(tx, asked, now);
    const id = newId();
    const threadId = await tx.asks.threadOf(ticketId);
    const { mode, topic, unmasked, clientId, requestHash } = asked;
    await tx.asks.add({
      ...{ id, ticketId, threadId, mode, topic, language, question, unmasked, clientId, requestHash },
      ...{ askerId: caller.id, expertId: expert.id, signature: expert.signature, askedAt: now },
      ...clock,
    });
    await tellLine(tx, { ticketId, agentId: caller.id, code: 'expert-asked', facts: { to: expert.name } });
    return tellAsk(tx, { id, expertId: expert.id });
  }
}

async function clockOf(tx: Work, { ticketId, dueAt }: Question, now: Date): Promise<AskClock> {
  if (dueAt === null) return askClockNow(tx.sql, tx.workspaceId, { ticketId, now });
  if (dueAt <= now) throw new Refusal('snooze.past', {});
  return askClockUntil(dueAt, now);
}

function hashOf(caller: Caller, { ticketId, question, expertId, mode, topic, unmasked, dueAt }: Question): string {
  const due = dueAt ? [dueAt.toISOString()] : [];
  return sha256Hex(JSON.stringify([caller.id, ticketId, question, expertId, mode, topic, unmasked, ...due]));
}
