import { Injectable } from '@nestjs/common';
import type { Fetched, Page } from '../../networks/kit/source.js';
import { AccountStore, type Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import { addDeliveries, type NewDelivery } from '../../store/delivery/delivery.store.js';

/** A fetch moves its account's cursor only from where it began: of two at once, the second keeps nothing. */
export class CursorMoved extends Error {
  override readonly name = 'CursorMoved';
}

type Place = Pick<Account, 'workspaceId' | 'id'>;

/** Stores what was fetched from a network, raw, like any delivery. */
@Injectable()
export class KeepFetched {
  constructor(private readonly db: Database) {}

  account(place: Place): Promise<Account | null> {
    return this.db.read(async (sql) => {
      const account = await new AccountStore(sql, place.workspaceId).find(place.id);
      return account?.state === 'active' || account?.state === 'restricted' ? account : null;
    });
  }

  /** A page and the place to go on from, together. Throws CursorMoved when somebody else went on meanwhile. */
  async page(account: Account, page: Page): Promise<void> {
    await this.db.transaction(account.workspaceId, async (tx) => {
      const moved = await tx.accounts.fetched(account.id, account.cursor, page.cursor);
      if (!moved) throw new CursorMoved();
      const used = page.budget?.usedPercent;
      if (used !== undefined) await tx.accounts.used(account.id, used);
      await addDeliveries(tx.sql, page.items.map(deliveryOf(account, 'poll')));
      if (page.items.length > 0) tx.wake('deliveries');
    });
  }

  /** One thing that a stream told. */
  async item(account: Account, item: Fetched): Promise<void> {
    await this.db.transaction(account.workspaceId, async (tx) => {
      await addDeliveries(tx.sql, [deliveryOf(account, 'stream')(item)]);
      tx.wake('deliveries');
    });
  }

  async failed(account: Account, error: string): Promise<void> {
    await this.db.transaction(account.workspaceId, (tx) => tx.accounts.fetchFailed(account.id, error));
  }
}

/** The key is the network's, within the account: what a stream told and a poll finds again is stored once. */
function deliveryOf(account: Account, source: 'poll' | 'stream'): (item: Fetched) => NewDelivery {
  const { workspaceId, network, appId, id: accountId } = account;
  const of = { workspaceId, network, appId, accountId, source };
  return ({ key, body }) => ({ ...of, key: `${accountId}:${key}`, body: Buffer.from(JSON.stringify(body)) });
}
