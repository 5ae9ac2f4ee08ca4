import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../store/database.js';
import { askClockNow } from '../../store/expert/ask-clock.view.js';
import type { Work } from '../../store/work.js';
import { GiveTicket } from '../ticket/give-ticket.js';
import type { Answerer } from './answerer.js';
import { changeAsk, mustBecome } from './change-ask.js';
import { askedAfresh, chooseExpert } from './choose-expert.js';
import { openOwnAsk, type OpenAsk } from './open-ask.js';

export type FirstWord =
  | { readonly as: 'accept' }
  | { readonly as: 'later'; readonly until: Date }
  /** With somebody who would know, if they know one. */
  | { readonly as: 'not-me'; readonly expertId: string | null };

/** The expert's first word: I answer, later, not me. */
@Injectable()
export class AnswerAsk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly give: GiveTicket,
  ) {}

  run(answerer: Answerer, askId: string, word: FirstWord): Promise<void> {
    return this.db.transaction(answerer.workspaceId, async (tx) => {
      const opened = await openOwnAsk(tx, answerer, askId);
      if (word.as === 'accept') await this.accept(tx, answerer, opened);
      else if (word.as === 'later') await this.putOff(tx, opened, word.until);
      else await this.pass(tx, opened, word.expertId);
    });
  }

  private async accept(tx: Work, answerer: Answerer, { ask, ticket }: OpenAsk): Promise<void> {
    const acceptedAt = this.clock.now();
    if (ask.mode !== 'takeover') {
      const line = { code: 'expert-accepted', agentId: answerer.id } as const;
      await changeAsk(tx, ask, { to: 'accepted', change: { acceptedAt, laterUntil: null }, line });
      return;
    }
    mustBecome(ask, 'taken');
    if (ticket.state === 'closed') {
      throw new Refusal('ticket.closed', { closedAt: ticket.closedAt?.toISOString() ?? '' });
    }
    const change = { lane: 'expert', laneRule: 'transferred', teamId: null } as const;
    await this.give.inside(tx, ticket, { to: answerer, how: 'assigned', actorId: answerer.id, change });
    await changeAsk(tx, ask, {
      to: 'taken',
      change: { acceptedAt, laterUntil: null, unmasked: true },
      line: { code: 'expert-taken', agentId: answerer.id },
    });
  }

  private async putOff(tx: Work, { ask }: OpenAsk, until: Date): Promise<void> {
    // Beyond the time that was promised to whoever asked it is no answer but a no.
    if (until <= this.clock.now() || until >= ask.dueAt) {
      throw new Refusal('ask.later', { dueAt: ask.dueAt.toISOString() });
    }
    const facts = { until: until.toISOString() };
    await changeAsk(tx, ask, {
      to: 'later',
      change: { laterUntil: until },
      line: { code: 'expert-later', agentId: ask.expertId, facts },
    });
  }

  private async pass(tx: Work, { ask }: OpenAsk, expertId: string | null): Promise<void> {
    const now = this.clock.now();
    mustBecome(ask, 'not_me');
    await tx.askLinks.revoke(ask.id);
    const line = { code: 'expert-passed', agentId: ask.expertId } as const;
    if (expertId === null) {
      await changeAsk(tx, ask, { to: 'not_me', line: { ...line, facts: {} } });
      return;
    }
    if (expertId === ask.expertId) throw new Refusal('ask.no-expert', {});
    const expert = await chooseExpert(tx, { ...ask, expertId, now });
    const clock = await askClockNow(tx.sql, tx.workspaceId, { ticketId: ask.ticketId, now });
    const turn = { to: 'asked', change: askedAfresh(expert, clock) } as const;
    await changeAsk(tx, { ...ask, state: 'not_me' }, { ...turn, line: { ...line, facts: { to: expert.name } } });
  }
}
