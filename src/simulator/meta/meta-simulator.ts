import type { ApiCall, Failing, FaultOf } from '../kit/script.js';
import type { Customers } from './customers.js';
import type { HookCall } from './hooks.js';
import type { App, Published } from './model.js';

export interface OurPage {
  readonly id: string;
  readonly name: string;
  readonly accessToken: string;
}

export interface NewPage {
  readonly name: string;
  readonly scopes?: readonly string[];
  /** Late answers of people are allowed. */
  readonly humanAgent?: boolean;
  readonly expiresAt?: Date;
  /** A person's token instead of the Page's own. */
  readonly ofPerson?: boolean;
}

export interface MetaSimulator {
  readonly url: string;
  readonly app: Readonly<App>;
  /** What people do in Facebook and Messenger, and the brand without Relais. */
  readonly customers: Customers;
  stop(): Promise<void>;
  /** All there is, but for faults and webhooks under way: to start another one with. */
  memory(): Buffer;
  addPage(page: NewPage): OurPage;
  /** Where the app is called, as if it were set in the dashboard: without asking whether the address is ours. */
  setCallback(url: string | null): void;
  /** Meta warns the Page, or blocks it. */
  enforce(page: string, action: string, reason: string): void;
  /** Meta ends the subscription of a Page, as it does when a webhook fails for an hour. */
  unsubscribe(page: string): void;
  /** Of the next events, so many never reach the webhook. */
  dropHooks(count: number): void;
  /**
   * From now on what is published is answered only after a call of the function that this gives: on the real network the
   * echo mostly comes before the answer.
   */
  holdAnswers(): () => void;
  /** Everything that was ever sent to the webhook, once more. */
  replayHooks(): void;
  /** Any body, signed. */
  postHook(body: string): void;
  hooks(): readonly HookCall[];
  /** Resolves when every webhook has been taken or dropped. */
  settled(): Promise<void>;
  /** Everything that our Pages have said, each once, deleted or not. */
  published(): readonly Published[];
  calls(): readonly ApiCall[];
  fail(failing: Failing): void;
  cut(of?: FaultOf): void;
  stall(of?: FaultOf): void;
  /** One token, or all. */
  revokeToken(accessToken?: string): void;
  /** Per cent; from 100 on every call is refused. */
  setUsage(percent: number, regainMinutes?: number): void;
}
