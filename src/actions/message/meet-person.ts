import { Injectable } from '@nestjs/common';
import { SendFailure } from '../../networks/kit/failure.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { Database } from '../../store/database.js';
import type { Work } from '../../store/work.js';
import { AccountDoor } from '../account-door.js';
import { routeAgain } from '../routing/route-again.js';
import { settleTicket } from '../ticket/settle-ticket.js';
import { tellMessage, tellTicket } from '../ticket/tell.js';
import { placeOf } from './event-outcome.js';

interface Ask {
  readonly workspaceId: number;
  readonly accountId: string;
  readonly identityId: string;
}

/** Asks the network who somebody is, where their messages carry only an id, and shows it wherever they wrote. */
@Injectable()
export class MeetPerson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
  ) {}

  async run(ask: Ask): Promise<void> {
    const found = await this.db.transaction(ask.workspaceId, async (tx) => {
      const account = await tx.accounts.find(ask.accountId);
      const address = await tx.persons.address(ask.identityId);
      return account && address ? { account, address } : null;
    });
    const network = found ? this.networks.named(found.account.network) : undefined;
    if (!found || !network?.profile) return;
    const { account, address } = found;
    const author = await network.profile(address.id, this.door.access(account), this.http).catch(nobody);
    if (!author || author.name === '') return;
    await this.db.transaction(ask.workspaceId, async (tx) => {
      const now = this.clock.now();
      const ids = { identityId: ask.identityId, personId: ask.identityId, seenAt: now, join: true };
      const { personId } = await tx.persons.identify(placeOf({ account, network, now }), author, ids);
      await this.routeAgain(tx, personId, now);
      await tellEverywhere(tx, { personId, identityId: ask.identityId });
    });
  }

  /** Rules may look at who somebody is, which is known only now. */
  private async routeAgain(tx: Work, personId: string, now: Date): Promise<void> {
    for (const id of (await tx.persons.openTickets(personId)).sort()) {
      const ticket = await tx.tickets.lock(id);
      if (!ticket) continue;
      const change = await routeAgain(tx, ticket, { because: 'person', actorId: null });
      const by = { change, rulesOf: this.networks.rulesOf, now, why: 'person-met' };
      await settleTicket(tx, ticket, { cause: 'other', ...by });
      const was = { lane: ticket.lane, ownerId: ticket.ownerId };
      await tellTicket(tx, id, { was, cause: 'person-met', actorId: null });
    }
  }
}

/** The network will not tell, now or ever: the id has to do. Anything else is tried again. */
function nobody(error: unknown): null {
  if (error instanceof SendFailure && error.kind !== 'try-again' && error.kind !== 'rate-limited') return null;
  throw error;
}

async function tellEverywhere(tx: Work, who: { personId: string; identityId: string }): Promise<void> {
  for (const ticketId of await tx.tickets.touchOfPerson(who.personId)) {
    await tellTicket(tx, ticketId, { was: null, cause: 'person-met', actorId: null });
  }
  for (const messageId of await tx.messages.touchOfIdentity(who.identityId)) await tellMessage(tx, messageId);
}
