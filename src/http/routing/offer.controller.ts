import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { AnswerOffer } from '../../actions/routing/answer-offer.js';
import type { OfferList, TicketRow } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { offerList } from '../../store/routing/offer.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { OfferQuery } from './offer.dto.js';

@Controller('api/offers')
export class OfferController {
  constructor(
    private readonly reader: Reader,
    private readonly answer: AnswerOffer,
  ) {}

  /** Tickets that one is asked to accept; for leads, those that everybody is. `offer.made` and `offer.withdrawn` keep it up to date. */
  @Get()
  list(@From() caller: Caller, @Query() { view = 'mine' }: OfferQuery): Promise<OfferList> {
    if (view === 'all') mustAllow(caller, 'offers.see-all');
    return this.reader.read((sql) => offerList(sql, caller, view));
  }

  /** It is theirs: the ticket, now in their hands. 409 `offer.over` when it has gone another way. */
  @Post(':id/accept')
  @HttpCode(200)
  accept(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<TicketRow> {
    return this.answer.accept(caller, id);
  }

  /** It goes to the next one. */
  @Post(':id/decline')
  @HttpCode(204)
  decline(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.answer.decline(caller, id);
  }
}
