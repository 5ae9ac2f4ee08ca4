import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { ReplayDeliveries } from '../../actions/delivery/replay-deliveries.js';
import { mustAllow } from '../../actions/must-allow.js';
import { Refusal, type DeliveryPage, type DeliveryView } from '../../contract/index.js';
import { deliveryPage, deliveryView } from '../../store/delivery/delivery.view.js';
import { Reader } from '../../store/reader.view.js';
import { From } from '../session/from.js';
import { DeliveryQuery, ReplayBody } from './delivery.dto.js';

@Controller('api/deliveries')
export class DeliveryController {
  constructor(
    private readonly reader: Reader,
    private readonly replayDeliveries: ReplayDeliveries,
  ) {}

  /** What networks delivered and we could not use; newest first. */
  @Get()
  list(@From() caller: Caller, @Query() { state, after }: DeliveryQuery): Promise<DeliveryPage> {
    mustAllow(caller, 'deliveries.see');
    const ask = { state, after: after ?? null };
    return this.reader.read((sql) => deliveryPage(sql, caller.workspaceId, ask));
  }

  /** Puts all of one kind back in the queue. */
  @Post('replay')
  @HttpCode(200)
  replayAll(@From() caller: Caller, @Body() { state }: ReplayBody): Promise<{ count: number }> {
    return this.replayDeliveries.run(caller, { state });
  }

  /** Puts one back in the queue. */
  @Post(':id/replay')
  @HttpCode(200)
  async replay(@From() caller: Caller, @Param('id') id: string): Promise<DeliveryView> {
    if (!/^\d{1,18}$/.test(id)) throw new Refusal('not-found', { what: 'delivery' });
    await this.replayDeliveries.run(caller, { id });
    const view = await this.reader.read((sql) => deliveryView(sql, caller.workspaceId, id));
    if (!view) throw new Refusal('not-found', { what: 'delivery' });
    return view;
  }
}
