import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { BulkTickets, type BulkWhich } from '../../actions/ticket/bulk-tickets.js';
import { UndoBulk } from '../../actions/ticket/undo-bulk.js';
import { Refusal, type BulkAct, type BulkPreview, type BulkView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { bulkView } from '../../store/ticket/bulk.view.js';
import { IdPipe } from '../id.pipe.js';
import { Invalid } from '../invalid.js';
import { From } from '../session/from.js';
import { BulkBody, BulkStartBody } from './bulk.dto.js';

/** The same act upon many tickets. */
@Controller('api')
export class BulkController {
  constructor(
    private readonly reader: Reader,
    private readonly tickets: BulkTickets,
    private readonly undoBulk: UndoBulk,
  ) {}

  /** How many tickets would change, and how many would not and why. */
  @Post('tickets/bulk/preview')
  @HttpCode(200)
  preview(@From() caller: Caller, @Body() body: BulkBody): Promise<BulkPreview> {
    return this.tickets.preview(caller, { act: actOf(body), which: whichOf(body) });
  }

  /** Begins it; how far it has come is asked by its id. */
  @Post('tickets/bulk')
  @HttpCode(200)
  start(@From() caller: Caller, @Body() body: BulkStartBody): Promise<BulkView> {
    return this.tickets.start(caller, { act: actOf(body), which: whichOf(body), clientId: body.clientId });
  }

  @Get('bulk/:id')
  async progress(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<BulkView> {
    const ask = { id, agentId: caller.id };
    const view = await this.reader.read((sql) => bulkView(sql, caller.workspaceId, ask));
    if (!view) throw new Refusal('not-found', { what: 'bulk' });
    return view;
  }

  /** Puts every ticket back that nobody has changed since; offered for a minute. */
  @Post('bulk/:id/undo')
  @HttpCode(200)
  undo(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<BulkView> {
    return this.undoBulk.run(caller, id);
  }
}

type Acts = { readonly [Name in BulkAct['act']]: (body: BulkBody) => BulkAct | null };

/** What each act needs has been checked by then; the compiler is shown it here. */
const acts: Acts = {
  take: () => ({ act: 'take' }),
  assign: ({ agentId }) => (agentId === undefined ? null : { act: 'assign', agentId }),
  transfer: ({ lane, note }) => (lane === undefined || note === undefined ? null : { act: 'transfer', lane, note }),
  close: ({ outcome }) => (outcome === undefined ? null : { act: 'close', outcome }),
  priority: ({ priority }) => (priority === undefined ? null : { act: 'priority', priority }),
  topic: ({ topic = null }) => ({ act: 'topic', topic }),
};

function actOf(body: BulkBody): BulkAct {
  const act = acts[body.act](body);
  if (!act) throw new Invalid({ act: ['isComplete'] });
  return act;
}

function whichOf({ ids = [], list }: BulkBody): BulkWhich {
  if (!list) return { ids };
  const { view, network = null, lane = null, topic = null, language = null } = list;
  return { list: { view, network, lane, topic, language } };
}
