import type { AnswerRules } from '../../domain/message/reply-ways.js';
import { Refusal } from '../../domain/refusal.js';
import type { Network } from './network.js';
import type { OutOfReach } from './out-of-reach.js';

/** The networks this process speaks, by their ids. */
export class Networks {
  /** `outOfReach`: those that are only spoken of. */
  constructor(
    readonly all: readonly Network[],
    readonly outOfReach: readonly OutOfReach[] = [],
  ) {}

  named(id: string): Network | undefined {
    return this.all.find((network) => network.id === id);
  }

  /** Throws a Refusal for a network that there is not. */
  need(id: string): Network {
    const network = this.named(id);
    if (!network) throw new Refusal('network.unknown', { network: id });
    return network;
  }

  /** How threads of a network can be answered; a function of its own, handed to views and rules. */
  readonly rulesOf = (network: string): AnswerRules | undefined => this.named(network)?.capabilities;
}
