import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { SaveApprovalRules } from '../../actions/approval/save-approval-rules.js';
import { TryApprovalRules } from '../../actions/approval/try-approval-rules.js';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import type { ApprovalRulesView, ApprovalTrialView } from '../../contract/index.js';
import { approvalRulesView } from '../../store/approval/approval-list.view.js';
import { Reader } from '../../store/reader.view.js';
import { From } from '../session/from.js';
import { ApprovalRulesBody, ApprovalTrialBody } from './approval.dto.js';

@Controller('api/approval-rules')
export class ApprovalRulesController {
  constructor(
    private readonly reader: Reader,
    private readonly saveRules: SaveApprovalRules,
    private readonly tryRules: TryApprovalRules,
  ) {}

  /** Which replies somebody else must read first, in the order in which it is asked. */
  @Get()
  rules(@From() caller: Caller): Promise<ApprovalRulesView> {
    mustAllow(caller, 'approvals.see');
    return this.reader.read((sql) => approvalRulesView(sql, caller.workspaceId));
  }

  /** The whole list in its order. */
  @Put()
  save(@From() caller: Caller, @Body() body: ApprovalRulesBody): Promise<ApprovalRulesView> {
    return this.saveRules.run(caller, body);
  }

  /** What a list would have asked of last week's replies; nothing is saved. */
  @Post('dry-run')
  @HttpCode(200)
  dryRun(@From() caller: Caller, @Body() body: ApprovalTrialBody): Promise<ApprovalTrialView> {
    return this.tryRules.run(caller, body.rules);
  }
}
