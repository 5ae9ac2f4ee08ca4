import { Injectable } from '@nestjs/common';
import type { NetworkView } from '../../contract/index.js';
import type { Field } from '../../networks/kit/form.js';
import type { Network } from '../../networks/kit/network.js';
import type { OutOfReach } from '../../networks/kit/out-of-reach.js';
import { Networks } from '../../networks/kit/networks.js';
import type { NetworkFacts } from '../../store/account/account.view.js';
import { Addresses } from '../addresses.js';

/** What screens and views need to know of networks. */
@Injectable()
export class NetworkCatalogue {
  readonly rulesOf: Networks['rulesOf'];

  constructor(
    private readonly networks: Networks,
    private readonly addresses: Addresses,
  ) {
    this.rulesOf = networks.rulesOf;
  }

  views(): NetworkView[] {
    return [...this.networks.all.map(viewOf), ...this.networks.outOfReach.map(absentView)];
  }

  /** Of a network that this process does not know the id is all there is. */
  readonly factsOf = (id: string): NetworkFacts => {
    const network = this.networks.named(id);
    const isCalled = network?.capabilities.transports.includes('webhook') ?? false;
    return {
      name: network?.name ?? id,
      canRefetch: network?.pollFrom !== undefined,
      hookUrl: (appKey) => (isCalled ? this.addresses.hook(id, appKey) : null),
    };
  };
}

/** Without a way to receive anything; why, stands where its limits do. */
function absentView({ id, name, why }: OutOfReach): NetworkView {
  const nothing = {
    apiBase: '',
    appFields: [],
    accountFields: [],
    oauth: false,
    receives: [],
    transports: [],
    moderation: [],
  };
  return { id, name, family: id, ...nothing, cannot: [why] };
}

function viewOf(network: Network): NetworkView {
  return {
    id: network.id,
    name: network.name,
    family: network.family,
    apiBase: network.apiBase,
    appFields: network.appFields.map(fieldView),
    accountFields: network.accountFields.map(fieldView),
    oauth: network.oauth !== undefined,
    receives: [...network.capabilities.receives],
    transports: [...network.capabilities.transports],
    moderation: [...network.capabilities.moderation],
    cannot: [...network.capabilities.cannot],
  };
}

function fieldView({ name, label, kind, required, ...rest }: Field): NetworkView['appFields'][number] {
  return {
    name,
    label,
    kind,
    required,
    help: rest.help ?? null,
    initial: rest.initial ?? null,
    choices: rest.choices === undefined ? null : [...rest.choices],
  };
}
