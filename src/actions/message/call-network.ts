import { Injectable } from '@nestjs/common';
import { typeOfMime } from '../../domain/message/attachment.js';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import type { OutboundMessage, Sent, Settled } from '../../networks/kit/outbound.js';
import type { Http } from '../../platform/http/http.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { Clock } from '../../platform/clock.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { FileStore } from '../../store/message/file.store.js';
import type { Message } from '../../store/message/message.store.js';
import { outboundFacts } from '../../store/message/outbound.store.js';
import { AccountDoor } from '../account-door.js';

/** A reply in somebody's hands. */
export interface Task {
  readonly account: Account;
  readonly message: Message;
  readonly attemptId: string;
}

export type SendResult =
  | { readonly is: 'sent'; readonly sent: Sent }
  | { readonly is: 'failed'; readonly failure: SendFailure }
  /** `why` is for administrators. */
  | { readonly is: 'unknown'; readonly why: string };

/** All calls of one attempt together, well within the lease of the sender. */
const mostMs = 45_000;

/** Speaks to the network for one reply. No transaction is open meanwhile. */
@Injectable()
export class CallNetwork {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
  ) {}

  async send(task: Task): Promise<SendResult> {
    try {
      const message = await this.outbound(task);
      const network = this.networks.need(task.account.network);
      return { is: 'sent', sent: await network.send(message, this.door.access(task.account), this.hurried()) };
    } catch (error) {
      if (error instanceof SendFailure) return { is: 'failed', failure: error };
      // Also a fault of ours: whether the network has the message nobody knows, so nobody sends it again blindly.
      return { is: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Null where the network offers no way to look, or could not be asked now. */
  async settle(task: Task): Promise<Settled | null> {
    const network = this.networks.need(task.account.network);
    if (!network.settle) return null;
    try {
      return await network.settle(await this.outbound(task), this.door.access(task.account), this.hurried());
    } catch {
      return null;
    }
  }

  private async outbound(task: Task): Promise<OutboundMessage> {
    const { workspaceId } = task.account;
    const { facts, files } = await this.db.read(async (sql) => {
      const found = await outboundFacts(sql, workspaceId, task.message.id);
      return { facts: found, files: await new FileStore(sql, workspaceId).contents(found.fileIds) };
    });
    const { personId, handle, post, answers, fromPublic, language, fileIds: _fileIds, ...rest } = facts;
    return {
      ...rest,
      files: files.map(({ name, mime, bytes }) => ({ type: typeOfMime(mime), name, mime, bytes })),
      to: handle === null ? { id: personId } : { id: personId, handle },
      ...(post === null ? {} : { post }),
      ...(answers === null ? {} : { answers }),
      ...(fromPublic === null ? {} : { fromPublic }),
      ...(language === null ? {} : { language }),
    };
  }

  /** The client, with what is left of the attempt's time as the limit of each call. */
  private hurried(): Http {
    const until = this.clock.now().getTime() + mostMs;
    return {
      request: (ask) => {
        const left = Math.max(until - this.clock.now().getTime(), 1);
        return this.http.request({ ...ask, timeoutMs: Math.min(ask.timeoutMs ?? 15_000, left) });
      },
    };
  }
}
