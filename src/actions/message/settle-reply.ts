import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import type { Caller } from '../caller.js';
import { DecideReply } from './decide-reply.js';

/** A human has looked at the network, and tells whether a reply of unknown outcome got there. */
@Injectable()
export class SettleReply {
  constructor(private readonly reply: DecideReply) {}

  run(caller: Caller, ask: { readonly messageId: string; readonly as: 'sent' | 'not-sent' }): Promise<MessageView> {
    return this.reply.run(caller, { messageId: ask.messageId, from: ['unknown'] }, (tx, message) => {
      if (ask.as === 'sent') return this.reply.wasSent(tx, message);
      const failure = { kind: 'not-sent', code: '', retryAt: null };
      return this.reply.change(tx, message, { state: 'failed', nextTryAt: null, failure });
    });
  }
}
