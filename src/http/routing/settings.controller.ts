import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { SaveRoutingSettings } from '../../actions/routing/save-routing-settings.js';
import {
  Refusal,
  type PicksView,
  type RoutingRule,
  type RoutingSettings,
  type RulesRevisionView,
} from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { picksViews } from '../../store/routing/pick.view.js';
import { rulesAt, rulesRevisions } from '../../store/routing/routing.view.js';
import { routingSettings } from '../../store/routing/settings.view.js';
import { From } from '../session/from.js';
import { RoutingSettingsBody } from './settings.dto.js';

@Controller('api/routing')
export class RoutingSettingsController {
  constructor(
    private readonly reader: Reader,
    private readonly saveSettings: SaveRoutingSettings,
  ) {}

  /** When somebody counts as gone, and how freely people choose. */
  @Get('settings')
  settings(@From() caller: Caller): Promise<RoutingSettings> {
    mustAllow(caller, 'routing.see');
    return this.reader.read((sql) => routingSettings(sql, caller.workspaceId));
  }

  @Put('settings')
  save(@From() caller: Caller, @Body() body: RoutingSettingsBody): Promise<RoutingSettings> {
    const { leftSeconds, pickFromTop = null, skipsPerDay = null } = body;
    return this.saveSettings.run(caller, { leftSeconds, pickFromTop, skipsPerDay });
  }

  /** The lists of rules that were saved, newest first. */
  @Get('rules/revisions')
  revisions(@From() caller: Caller): Promise<RulesRevisionView[]> {
    mustAllow(caller, 'routing.see');
    return this.reader.read((sql) => rulesRevisions(sql, caller.workspaceId));
  }

  /** One of them whole: saving it anew, after a dry run, puts it back. */
  @Get('rules/revisions/:revision')
  async revision(@From() caller: Caller, @Param('revision') text: string): Promise<RoutingRule[]> {
    mustAllow(caller, 'routing.see');
    // What is no number names nothing that was saved.
    const revision = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    const rules = await this.reader.read((sql) => rulesAt(sql, caller.workspaceId, revision));
    if (!rules) throw new Refusal('not-found', { what: 'revision' });
    return rules;
  }

  /** How people chose among what they could have, in the last seven days. One's own is in `/api/me`. */
  @Get('picks')
  picks(@From() caller: Caller): Promise<PicksView[]> {
    mustAllow(caller, 'routing.manage');
    return this.reader.read((sql) => picksViews(sql, caller.workspaceId, null));
  }
}
