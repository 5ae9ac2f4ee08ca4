import type { AccountAccess } from './account.js';
import type { FailureKind } from './failure.js';
import type { Hook } from './hook.js';
import type { Network } from './network.js';
import type { OutboundMessage } from './outbound.js';

/**
 * What each network's folder hands to the conformance suite (`test/networks/conformance.test.ts`): samples of
 * its own wire format, and what must come of them.
 */
export interface Conformance {
  readonly network: Network;
  readonly account: AccountAccess;
  /** Authentic calls, signed with `account.app`. The suite spoils each in every way and expects a refusal. */
  readonly hooks: readonly Hook[];
  /** False where the network proves itself by a secret and signs nothing, so that a changed body cannot be seen. */
  readonly bodyIsSigned?: false;
  /** Bodies as the network sends them, with the kinds of the events they must give, in order. */
  readonly bodies: readonly {
    readonly name: string;
    readonly body: unknown;
    readonly account: string | null;
    readonly events: readonly string[];
  }[];
  /** Answers to `send(message)`, and what each must become. */
  readonly message: OutboundMessage;
  readonly answers: readonly {
    readonly name: string;
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
    readonly becomes: 'sent' | 'unknown' | FailureKind;
  }[];
}
