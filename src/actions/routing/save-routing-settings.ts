import { Injectable } from '@nestjs/common';
import type { RoutingSettings } from '../../domain/routing/routing-settings.js';
import { Database } from '../../store/database.js';
import type { Caller } from '../caller.js';
import { mustAllow } from '../must-allow.js';

/** When somebody counts as gone, and how freely people choose. */
@Injectable()
export class SaveRoutingSettings {
  constructor(private readonly db: Database) {}

  run(caller: Caller, settings: RoutingSettings): Promise<RoutingSettings> {
    mustAllow(caller, 'routing.manage');
    return this.db.transaction(caller.workspaceId, async (tx) => {
      await tx.routing.saveSettings(settings);
      await tx.tell({ type: 'team.changed' });
      return tx.routing.settings();
    });
  }
}
