import type { ApiCall, Failing, FaultOf } from '../kit/script.js';
import type { CustomerMessage } from './customers.js';
import type { Groups, NewChannel, NewGroup } from './groups.js';
import type { MessageRef, Published, Standing } from './model.js';
import type { Rates } from './rate-limit.js';

export interface OurBot {
  readonly id: number;
  readonly username: string;
  readonly token: string;
}

export interface TelegramSimulator {
  readonly url: string;
  stop(): Promise<void>;
  /** All there is, but for webhooks and faults: to start another one with. */
  memory(): Buffer;
  addBot(bot: { readonly username: string; readonly name?: string; readonly seesGroups?: boolean }): OurBot;
  /** One that was made before, by this or an earlier simulator. */
  bot(username: string): OurBot | null;
  channel(username: string): ReturnType<Groups['addChannel']> | null;
  /** The copy of the channel's newest post in the discussion group. */
  lastPost(channel: number): MessageRef | null;
  addGroup(group: NewGroup): number;
  openTopic(group: number, name: string): number;
  addChannel(channel: NewChannel): ReturnType<Groups['addChannel']>;
  setStanding(group: number, bot: string, standing: Standing): void;
  connectBusiness(bot: string, owner: string, mayReply?: boolean): string;
  changeConnection: Groups['changeConnection'];
  customerWrites(what: CustomerMessage): MessageRef;
  customerStarts(handle: string, bot: string, payload?: string): MessageRef;
  customerEdits(ref: MessageRef, text: string): void;
  customerDeletes(ref: MessageRef): void;
  customerReacts(handle: string, ref: MessageRef, emoji: string | null): void;
  customerBlocks(handle: string, bot: string, isBlocked?: boolean): void;
  customerLeavesTelegram(handle: string): void;
  /** A post of a channel, and its copy in the discussion group. */
  brandPosts(channel: number, text: string): ReturnType<Groups['brandPosts']>;
  adminAnswers(ref: MessageRef, text: string): MessageRef;
  ownerWrites(business: string, customer: string, text: string): MessageRef;
  groupMigrates(group: number): number;
  /** Everything that our bots have published, each once, deleted or not. */
  published(): readonly Published[];
  /** Who has reacted to a message, and how. */
  reactionsOf(ref: MessageRef): readonly string[];
  calls(): readonly ApiCall[];
  fail(failing: Failing): void;
  cut(of?: FaultOf): void;
  stall(of?: FaultOf): void;
  revokeToken(bot: string): void;
  setRates(rates: Partial<Rates>): void;
  numberUpdatesFrom(bot: string, id: number): void;
  /** Resolves when the webhook has taken all there is. */
  webhookSettled(bot: string): Promise<void>;
}
