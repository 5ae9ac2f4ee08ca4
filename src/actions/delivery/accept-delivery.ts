import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/refusal.js';
import type { Hook, HookReply } from '../../networks/kit/hook.js';
import type { Network } from '../../networks/kit/network.js';
import { Networks } from '../../networks/kit/networks.js';
import { Clock } from '../../platform/clock.js';
import { sha256Hex } from '../../platform/ids.js';
import { CollectDeliveries } from './collect-deliveries.js';
import { FindApp, type OpenedApp } from './find-app.js';

const mostAgeMs = 600_000;

/** The call does not come from the network: nothing of it is kept. */
export class Forged extends Error {
  override readonly name = 'Forged';
}

export interface Call {
  /** As it stands in the address: the network's id, or its family's. */
  readonly network: string;
  readonly appKey: string;
  readonly hook: Hook;
}

/**
 * A network calls us. Once the call is known to be its own, the raw bytes are stored before anything is read: whatever
 * they say, they are not lost, and the same call made again is stored once.
 */
@Injectable()
export class AcceptDelivery {
  constructor(
    private readonly apps: FindApp,
    private readonly networks: Networks,
    private readonly collect: CollectDeliveries,
    private readonly clock: Clock,
  ) {}

  /** Throws `Refusal` for an address that there is not, `Forged` for a call that is not the network's. */
  async run(call: Call): Promise<HookReply> {
    const app = await this.apps.byKey(call.appKey);
    const network = app ? this.calledNetwork(call, app) : undefined;
    if (!app || !network) throw new Refusal('not-found', { what: 'hook' });
    const { hook } = call;
    const answer = network.handshake?.(hook, app.settings);
    if (answer) return answer;
    if (!this.isTheirs(network, { hook, app })) throw new Forged(network.id);

    await this.collect.add({
      workspaceId: app.workspaceId,
      source: 'hook',
      network: network.id,
      appId: app.id,
      accountId: onlyAccount(app, network),
      key: `hook:${sha256Hex(hook.body)}`,
      body: hook.body,
    });
    return network.accepted?.(hook) ?? { status: 200, type: 'text/plain', body: 'ok' };
  }

  /** Also not one that somebody kept and makes again much later; where nothing is said of its time, its key tells. */
  private isTheirs(network: Network, { hook, app }: { readonly hook: Hook; readonly app: OpenedApp }): boolean {
    if (network.isAuthentic?.(hook, app.settings) !== true) return false;
    const at = network.signedAt?.(hook);
    return at === undefined || Math.abs(this.clock.now().getTime() - at.getTime()) <= mostAgeMs;
  }

  /** Any of the family reads what the family's app is told. */
  private calledNetwork(call: Call, app: OpenedApp): Network | undefined {
    const family = this.networks.all.filter((network) => network.family === app.family);
    return family.find(({ id }) => id === call.network) ?? family.find((network) => network.family === call.network);
  }
}

/** Where an app serves a single account, its calls need not say which. */
function onlyAccount(app: OpenedApp, network: Network): string | null {
  const [first, ...others] = app.accounts.filter((account) => account.network === network.id);
  return first && others.length === 0 ? first.id : null;
}
