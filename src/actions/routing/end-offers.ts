import { Injectable } from '@nestjs/common';
import { Database } from '../../store/database.js';
import { claimOffers } from '../../store/routing/offer.store.js';
import { PassOffer } from './pass-offer.js';

const together = 50;
const leaseSeconds = 20;

/** Offers that nobody answered in time go to the next one: each once, whoever was down meanwhile. */
@Injectable()
export class EndOffers {
  constructor(
    private readonly db: Database,
    private readonly pass: PassOffer,
  ) {}

  async run(): Promise<{ more: boolean }> {
    const due = await this.db.everywhere((sql) => claimOffers(sql, together, leaseSeconds));
    for (const { workspaceId, id } of due) await this.end(workspaceId, id);
    return { more: due.length === together };
  }

  private end(workspaceId: number, id: string): Promise<void> {
    return this.db.transaction(workspaceId, async (tx) => {
      const found = await tx.offers.find(id);
      const ticket = found && (await tx.tickets.lock(found.ticketId));
      // They answered while we looked.
      const offer = await tx.offers.find(id);
      if (ticket && offer?.outcome === null && offer.isDue) {
        await this.pass.inside(tx, ticket, { offer, as: 'timed-out' });
      }
    });
  }
}
