import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { AskAgain } from '../../actions/expert/ask-again.js';
import { AskExpert } from '../../actions/expert/ask-expert.js';
import { LinkAsk, type AskLink } from '../../actions/expert/link-ask.js';
import { ReviewAsk } from '../../actions/expert/review-ask.js';
import { WithdrawAsk } from '../../actions/expert/withdraw-ask.js';
import { mustAllow } from '../../actions/must-allow.js';
import { Refusal, type AskList, type AskView, type SuggestionsView } from '../../contract/index.js';
import { Clock } from '../../platform/clock.js';
import { askList } from '../../store/expert/ask.view.js';
import { suggestionsView } from '../../store/expert/suggestion.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { AskAgainBody, AskBody, AskQuery, ReviewBody, SuggestionQuery } from './ask.dto.js';

@Controller('api')
export class AskController {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly askExpert: AskExpert,
  ) {}

  /** Questions to experts: one's own, or those that wait for a coach, for an expert, for nobody any more. */
  @Get('asks')
  list(@From() caller: Caller, @Query() { view }: AskQuery): Promise<AskList> {
    if (view !== 'mine') mustAllow(caller, 'asks.coach');
    return this.reader.read((sql) => askList(sql, caller, view));
  }

  /** Who could be asked, best first, and why. */
  @Get('tickets/:id/expert-suggestions')
  async suggest(
    @From() caller: Caller,
    @Param('id', IdPipe) ticketId: string,
    @Query() { topic }: SuggestionQuery,
  ): Promise<SuggestionsView> {
    const ask = { ticketId, topic: topic ?? null, now: this.clock.now() };
    const found = await this.reader.read((sql) => suggestionsView(sql, caller, ask));
    if (!found) throw new Refusal('not-found', { what: 'ticket' });
    return found;
  }

  /** The ticket stays where it is, and its customer's clocks go on. */
  @Post('tickets/:id/asks')
  @HttpCode(200)
  ask(@From() caller: Caller, @Param('id', IdPipe) ticketId: string, @Body() body: AskBody): Promise<AskView> {
    const { expertId = null, topic = null, unmasked = false } = body;
    const dueAt = body.dueAt === undefined ? null : new Date(body.dueAt);
    return this.askExpert.run(caller, { ...body, ticketId, expertId, topic, unmasked, dueAt });
  }
}

@Controller('api/asks/:id')
export class AskCourseController {
  constructor(
    private readonly askAgain: AskAgain,
    private readonly withdrawAsk: WithdrawAsk,
    private readonly reviewAsk: ReviewAsk,
    private readonly linkAsk: LinkAsk,
  ) {}

  /** The same question to somebody else. */
  @Post('again')
  @HttpCode(200)
  again(@From() caller: Caller, @Param('id', IdPipe) askId: string, @Body() body: AskAgainBody): Promise<AskView> {
    return this.askAgain.run(caller, { askId, expertId: body.expertId ?? null });
  }

  @Post('withdraw')
  @HttpCode(200)
  withdraw(@From() caller: Caller, @Param('id', IdPipe) askId: string): Promise<AskView> {
    return this.withdrawAsk.run(caller, askId);
  }

  /** Lets an answer go, as it is or changed, or sends it back with advice. */
  @Post('review')
  @HttpCode(200)
  review(@From() caller: Caller, @Param('id', IdPipe) askId: string, @Body() body: ReviewBody): Promise<AskView> {
    const { as, text = null, advice = '', seenMessageId = null, anyway = false } = body;
    return this.reviewAsk.run(caller, askId, as === 'approve' ? { as, text, seenMessageId, anyway } : { as, advice });
  }

  /** A link by which the expert answers without signing in; those made before end. */
  @Post('link')
  @HttpCode(200)
  link(@From() caller: Caller, @Param('id', IdPipe) askId: string): Promise<AskLink> {
    return this.linkAsk.run(caller, askId);
  }

  /** Ends the link, and whatever was opened with it. */
  @Delete('link')
  @HttpCode(204)
  revoke(@From() caller: Caller, @Param('id', IdPipe) askId: string): Promise<void> {
    return this.linkAsk.revoke(caller, askId);
  }
}
