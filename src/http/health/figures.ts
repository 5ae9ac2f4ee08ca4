import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/log.js';
import { Metrics } from '../../platform/metrics.js';
import { deliveryQueue } from '../../store/delivery/delivery.view.js';
import { Reader } from '../../store/reader.view.js';

/** The figures of this process, with those of the common queue as it stands when they are asked for. */
@Injectable()
export class Figures {
  readonly contentType: string;
  private readonly deliveries;
  private readonly oldest;

  constructor(
    private readonly metrics: Metrics,
    private readonly reader: Reader,
    private readonly log: Log,
  ) {
    this.contentType = metrics.contentType;
    this.deliveries = metrics.gauge({
      name: 'relais_deliveries',
      help: 'Deliveries that wait, or that are dead.',
      labels: ['state'],
    });
    this.oldest = metrics.gauge({
      name: 'relais_deliveries_oldest_seconds',
      help: 'How long the oldest waiting delivery has waited.',
    });
  }

  async text(): Promise<string> {
    try {
      const { pending, dead, oldestSeconds } = await this.reader.read(deliveryQueue);
      this.deliveries.set({ state: 'pending' }, pending);
      this.deliveries.set({ state: 'dead' }, dead);
      this.oldest.set(oldestSeconds);
    } catch (error) {
      this.log.debug({ error }, 'The figures of the queue could not be read; the others are told.');
    }
    return this.metrics.text();
  }
}
