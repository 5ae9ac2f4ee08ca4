import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../contract/index.js';
import type { Caller } from '../caller.js';
import { DecideReply } from './decide-reply.js';

/** Sends again what the network refused. One that nobody knows the end of must be settled first. */
@Injectable()
export class RetryReply {
  constructor(private readonly reply: DecideReply) {}

  run(caller: Caller, messageId: string): Promise<MessageView> {
    return this.reply.run(caller, { messageId, from: ['failed'] }, (tx, message) =>
      this.reply.change(tx, message, { state: 'queued', tries: 0, nextTryAt: null, failure: null }),
    );
  }
}
