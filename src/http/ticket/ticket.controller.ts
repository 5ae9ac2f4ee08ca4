import { Controller, Get, Param, Query } from '@nestjs/common';
import { NetworkCatalogue } from '../../actions/account/network-catalogue.js';
import type { Caller } from '../../actions/caller.js';
import {
  Refusal,
  type Conversation,
  type MessagePage,
  type QueueCounts,
  type TicketPage,
  type TopicView,
} from '../../contract/index.js';
import { Clock } from '../../platform/clock.js';
import { olderMessages } from '../../store/message/older-messages.view.js';
import { Reader } from '../../store/reader.view.js';
import { topicViews } from '../../store/routing/topic.view.js';
import { conversation } from '../../store/ticket/conversation.view.js';
import { queueCounts, ticketPage } from '../../store/ticket/ticket-list.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { OlderQuery, TicketQuery } from './ticket.dto.js';

const usualPage = 50;

@Controller('api')
export class TicketController {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly networks: NetworkCatalogue,
  ) {}

  /** How many tickets each view holds for the one who asks. */
  @Get('queues')
  counts(@From() caller: Caller): Promise<QueueCounts> {
    return this.reader.read((sql) => queueCounts(sql, caller, this.clock.now()));
  }

  /** One page of a list, with the cursor from which live events go on. */
  @Get('tickets')
  list(@From() caller: Caller, @Query() query: TicketQuery): Promise<TicketPage> {
    const ask = {
      view: query.view,
      order: query.order ?? 'urgency',
      network: query.network ?? null,
      lane: query.lane ?? null,
      topic: query.topic ?? null,
      language: query.language ?? null,
      after: query.after ?? null,
      limit: query.limit ?? usualPage,
      now: this.clock.now(),
    };
    return this.reader.read((sql) => ticketPage(sql, caller, ask));
  }

  /** Everything a ticket's page shows. */
  @Get('tickets/:id')
  async open(@From() caller: Caller, @Param('id', IdPipe) ticketId: string): Promise<Conversation> {
    const ask = { ticketId, actor: caller, rulesOf: this.networks.rulesOf, now: this.clock.now() };
    const found = await this.reader.read((sql) => conversation(sql, caller.workspaceId, ask));
    if (!found) throw new Refusal('not-found', { what: 'ticket' });
    return found;
  }

  /** The messages before one of them. */
  @Get('tickets/:id/messages')
  async older(
    @From() caller: Caller,
    @Param('id', IdPipe) ticketId: string,
    @Query() { before }: OlderQuery,
  ): Promise<MessagePage> {
    const ask = { ticketId, actor: caller, before };
    const found = await this.reader.read((sql) => olderMessages(sql, caller.workspaceId, ask));
    if (!found) throw new Refusal('not-found', { what: 'ticket' });
    return found;
  }

  @Get('topics')
  topics(@From() caller: Caller): Promise<TopicView[]> {
    return this.reader.read((sql) => topicViews(sql, caller.workspaceId));
  }
}
