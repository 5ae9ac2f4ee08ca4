import { Injectable } from '@nestjs/common';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import type { Account } from '../../store/account/account.store.js';
import type { Moderation } from '../../store/message/moderation.store.js';
import { AccountDoor } from '../account-door.js';

/** A moderation in somebody's hands. */
export interface ModerationTask {
  readonly moderation: Moderation;
  readonly account: Account;
  /** The network's id of the message. */
  readonly externalId: string;
}

const impossible = { kind: 'rejected', code: 'not-possible', detail: 'the network has no such act' } as const;

/** Speaks to the network for one moderation. No transaction is open meanwhile. */
@Injectable()
export class CallModeration {
  constructor(
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
  ) {}

  /** Null when the network has done it. An answer that never came is asked for again: doing it twice does no harm. */
  async run({ moderation, account, externalId }: ModerationTask): Promise<SendFailure | null> {
    const { act, text } = moderation;
    const ask = { act, messageId: externalId, ...(text === null ? {} : { text }) };
    const network = this.networks.need(account.network);
    if (!network.moderate) return new SendFailure(impossible);
    try {
      await network.moderate(ask, this.door.access(account), this.http);
      return null;
    } catch (error) {
      if (error instanceof SendFailure) return error;
      const detail = error instanceof Error ? error.message : String(error);
      return new SendFailure({ kind: 'try-again', code: 'no-answer', detail });
    }
  }
}
