import { Injectable } from '@nestjs/common';
import type { InboundEvent } from '../../domain/message/inbound-event.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { parseJson, storable } from '../../platform/json.js';
import { Database } from '../../store/database.js';
import { claimDeliveries, endDelivery, type Delivery, type DeliveryEnd } from '../../store/delivery/delivery.store.js';
import type { Account } from '../../store/account/account.store.js';
import type { Work } from '../../store/work.js';
import type { EventOutcome } from '../message/event-outcome.js';
import { ApplyEvent } from './apply-event.js';

const batchSize = 50;
const atOnce = 4;
const leaseSeconds = 20;
const mostTries = 10;
/** After this many looks for what an event speaks of, it is taken to be about something we never had. */
const mostLooks = 6;

/** Another worker has it by now, and decides. */
class LeaseLost extends Error {}

/** Takes stored deliveries, reads them, and carries what they tell into the tables: each one in its own transaction. */
@Injectable()
export class ApplyDeliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly event: ApplyEvent,
  ) {}

  /** One batch; answers how many there were, a full one meaning that more may wait. */
  async run(): Promise<{ more: boolean }> {
    const deliveries = await this.db.everywhere((sql) => claimDeliveries(sql, batchSize, leaseSeconds));
    const waiting = [...deliveries];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.one(next);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { more: deliveries.length === batchSize };
  }

  /** A failing delivery is parked alone: it comes again later, and its neighbours go on. */
  private async one(delivery: Delivery): Promise<void> {
    try {
      await this.apply(delivery);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      const told = error instanceof Error ? error.message : String(error);
      const end: DeliveryEnd =
        error instanceof Unreadable || delivery.attempts >= mostTries
          ? { state: 'dead', error: told }
          : { state: 'pending', error: told, againInSeconds: waitAfter(delivery.attempts) };
      await this.db.everywhere((sql) => endDelivery(sql, delivery, end));
    }
  }

  private apply(delivery: Delivery): Promise<void> {
    return this.db.transaction(delivery.workspaceId, async (tx) => {
      const told = this.read(delivery, await accountOf(tx, delivery));
      const outcomes: Outcome[] = [];
      for (const event of told) outcomes.push(await this.applyOne(tx, delivery, event));
      if (!(await endDelivery(tx.sql, delivery, endOf(delivery, outcomes)))) throw new LeaseLost();
    });
  }

  private read(delivery: Delivery, account: Account | null): InboundEvent[] {
    const network = this.networks.named(delivery.network);
    if (!network) throw new Error(`this version of Relais does not know the network ${delivery.network}`);
    try {
      return network.parse(storable(parseJson(delivery.body.toString('utf8'))), account?.externalId ?? null);
    } catch (error) {
      throw new Unreadable(error instanceof Error ? error.message : String(error));
    }
  }

  private async applyOne(tx: Work, delivery: Delivery, event: InboundEvent): Promise<Outcome> {
    if (event.kind === 'ignored') return { is: 'ignored', what: event.what };
    const id = event.network ?? delivery.network;
    const network = this.networks.named(id);
    const account = network ? await tx.accounts.byExternalId(delivery.appId, id, event.account) : null;
    if (!network || !account) return { is: 'homeless', what: `${id} ${event.account}` };
    return this.event.inside(tx, { account, network, now: this.clock.now() }, event);
  }
}

/** The network's own shape is not what we know, and no second try will change that. */
class Unreadable extends Error {}

/** `homeless`: the account it speaks of is not connected; it is kept until it is. */
type Outcome = EventOutcome | { readonly is: 'homeless'; readonly what: string };

function accountOf(tx: Work, delivery: Delivery): Promise<Account | null> {
  return delivery.accountId === null ? Promise.resolve(null) : tx.accounts.find(delivery.accountId);
}

function endOf(delivery: Delivery, outcomes: readonly Outcome[]): DeliveryEnd {
  const all = (is: Outcome['is']): string[] =>
    outcomes.flatMap((outcome) => (outcome.is === is && 'what' in outcome ? [outcome.what] : []));
  const later = all('later');
  if (later.length > 0 && delivery.attempts < mostLooks) {
    return { state: 'pending', error: later.join('; '), againInSeconds: waitAfter(delivery.attempts) };
  }
  const ignored = [...all('ignored'), ...later];
  const homeless = all('homeless');
  if (homeless.length === 0) return { state: 'done', ignored, error: null };
  return { state: 'set-aside', ignored, error: `no such account is connected: ${[...new Set(homeless)].join(', ')}` };
}

/** 1, 2, 4… seconds, at most five minutes. */
function waitAfter(tries: number): number {
  return Math.min(2 ** (tries - 1), 300);
}
