import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { SavePolicies } from '../../actions/sla/save-policies.js';
import { TryPolicies } from '../../actions/sla/try-policies.js';
import type { PoliciesView, TrialView } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { policiesView } from '../../store/sla/book.view.js';
import { From } from '../session/from.js';
import { PoliciesBody, TrialBody } from './sla.dto.js';

@Controller('api/sla/policies')
export class PolicyController {
  constructor(
    private readonly reader: Reader,
    private readonly savePolicies: SavePolicies,
    private readonly tryPolicies: TryPolicies,
  ) {}

  /** What customers are promised, and how far the open tickets follow the last change of it. */
  @Get()
  list(@From() caller: Caller): Promise<PoliciesView> {
    mustAllow(caller, 'sla.see');
    return this.reader.read((sql) => policiesView(sql, caller.workspaceId));
  }

  /** The whole list in its order. */
  @Put()
  save(@From() caller: Caller, @Body() body: PoliciesBody): Promise<PoliciesView> {
    return this.savePolicies.run(caller, body);
  }

  /** Which open tickets a list would change, and how; nothing is saved. */
  @Post('dry-run')
  @HttpCode(200)
  dryRun(@From() caller: Caller, @Body() { policies }: TrialBody): Promise<TrialView> {
    return this.tryPolicies.run(caller, policies);
  }
}
