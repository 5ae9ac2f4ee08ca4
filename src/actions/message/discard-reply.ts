import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import type { Caller } from '../caller.js';
import { withdrawApproval } from '../approval/withdraw-approval.js';
import { DecideReply } from './decide-reply.js';

/** Takes back a reply that has not gone. One that is being sent at this very moment cannot be taken back. */
@Injectable()
export class DiscardReply {
  constructor(private readonly reply: DecideReply) {}

  run(caller: Caller, messageId: string): Promise<MessageView> {
    return this.reply.run(
      caller,
      { messageId, from: ['queued', 'failed', 'approval', 'draft'] },
      async (tx, message) => {
        const withdrawn = await withdrawApproval(tx, caller, message);
        await this.reply.change(tx, message, { state: 'discarded', nextTryAt: null });
        await withdrawn();
      },
    );
  }
}
