import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApproveReply } from '../../actions/approval/approve-reply.js';
import { ConfirmReply } from '../../actions/approval/confirm-reply.js';
import { DeclineReply } from '../../actions/approval/decline-reply.js';
import { ReworkReply } from '../../actions/approval/rework-reply.js';
import { TakeBackApproval } from '../../actions/approval/take-back-approval.js';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { Refusal, type ApprovalList, type MessageView, type NeededApprovals } from '../../contract/index.js';
import { approvalList } from '../../store/approval/approval-list.view.js';
import { neededApprovalView } from '../../store/approval/needed-approval.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { ApprovalQuery, ApproveBody, DeclineBody, NeededApprovalQuery, ReworkBody, SeenBody } from './approval.dto.js';

@Controller('api')
export class ApprovalController {
  constructor(private readonly reader: Reader) {}

  /** Replies that wait for approval: for one's own, for anybody's; those one wrote; those that were decided. */
  @Get('approvals')
  list(@From() caller: Caller, @Query() { view }: ApprovalQuery): Promise<ApprovalList> {
    mustAllow(caller, view === 'waiting' || view === 'decided' ? 'approvals.see-all' : 'approvals.see');
    return this.reader.read((sql) => approvalList(sql, caller, view));
  }

  /** Whether a reply of one's own would need approval, why and whose; asked before it is written. */
  @Get('tickets/:id/needed-approval')
  async needed(
    @From() caller: Caller,
    @Param('id', IdPipe) ticketId: string,
    @Query() { network, space, line }: NeededApprovalQuery,
  ): Promise<NeededApprovals> {
    const beside = line === undefined ? [] : [{ network: line, space: 'public' as const }];
    const ask = { ticketId, places: [{ network, space }, ...beside] };
    const needed = await this.reader.read((sql) => neededApprovalView(sql, caller, ask));
    if (needed === undefined) throw new Refusal('not-found', { what: 'ticket' });
    return { needed };
  }
}

/** What becomes of a reply that waits for approval; it is named by its message. */
@Controller('api/approvals/:id')
export class ApprovalCourseController {
  constructor(
    private readonly approveReply: ApproveReply,
    private readonly declineReply: DeclineReply,
    private readonly confirmReply: ConfirmReply,
    private readonly reworkReply: ReworkReply,
    private readonly takeBackApproval: TakeBackApproval,
  ) {}

  /** Lets it go, as it is or changed. */
  @Post('approve')
  @HttpCode(200)
  approve(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: ApproveBody): Promise<MessageView> {
    const { version, text = null, keepOthers = false, undoSeconds = 0 } = body;
    return this.approveReply.run(caller, { messageId: id, version, text, keepOthers, undoSeconds });
  }

  /** Sends it back with advice, or rejects it. */
  @Post('decline')
  @HttpCode(200)
  decline(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: DeclineBody): Promise<MessageView> {
    return this.declineReply.run(caller, { messageId: id, ...body });
  }

  /** The customer wrote meanwhile, and the reply still holds. */
  @Post('confirm')
  @HttpCode(200)
  confirm(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: SeenBody): Promise<MessageView> {
    return this.confirmReply.run(caller, { messageId: id, version: body.version });
  }

  /** The author writes it anew. */
  @Post('rework')
  @HttpCode(200)
  rework(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: ReworkBody): Promise<MessageView> {
    return this.reworkReply.run(caller, { messageId: id, ...body });
  }

  /** Whoever approved it takes that back before it went. */
  @Post('take-back')
  @HttpCode(200)
  takeBack(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: SeenBody): Promise<MessageView> {
    return this.takeBackApproval.run(caller, { messageId: id, version: body.version });
  }
}
