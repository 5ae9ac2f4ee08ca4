import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { DiscardReply } from '../../actions/message/discard-reply.js';
import { ReplyToTicket } from '../../actions/message/reply-to-ticket.js';
import { RetryReply } from '../../actions/message/retry-reply.js';
import { SettleReply } from '../../actions/message/settle-reply.js';
import { AddNote } from '../../actions/ticket/add-note.js';
import type { MessageView, NoteView } from '../../contract/index.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { NoteBody, ReplyBody } from '../ticket/ticket.dto.js';
import { SettleBody } from './message.dto.js';

/** What is written on a ticket. */
@Controller('api/tickets/:id')
export class WritingController {
  constructor(
    private readonly replyToTicket: ReplyToTicket,
    private readonly addNote: AddNote,
  ) {}

  /** Queues a reply; what becomes of it is told live. */
  @Post('replies')
  @HttpCode(200)
  reply(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: ReplyBody): Promise<MessageView> {
    const {
      seenMessageId = null,
      anyway = false,
      undoSeconds = 0,
      unlessAnswered = false,
      paired = null,
      draftId = null,
      ...rest
    } = body;
    const sendAt = rest.sendAt ? new Date(rest.sendAt) : null;
    const how = { seenMessageId, anyway, undoSeconds, unlessAnswered, sendAt, paired, draftId };
    return this.replyToTicket.run(caller, { ticketId: id, ...rest, ...how });
  }

  @Post('notes')
  @HttpCode(200)
  note(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: NoteBody): Promise<NoteView> {
    return this.addNote.run(caller, { ticketId: id, ...body, draftId: body.draftId ?? null });
  }
}

/** What to do with a reply that did not simply go. */
@Controller('api/messages/:id')
export class MessageController {
  constructor(
    private readonly retryReply: RetryReply,
    private readonly discardReply: DiscardReply,
    private readonly settleReply: SettleReply,
  ) {}

  @Post('retry')
  @HttpCode(200)
  retry(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<MessageView> {
    return this.retryReply.run(caller, id);
  }

  @Post('discard')
  @HttpCode(200)
  discard(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<MessageView> {
    return this.discardReply.run(caller, id);
  }

  /** Says what a human found out about a reply whose outcome was unknown. */
  @Post('settle')
  @HttpCode(200)
  settle(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: SettleBody): Promise<MessageView> {
    return this.settleReply.run(caller, { messageId: id, as: body.as });
  }
}
