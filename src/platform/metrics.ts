import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

interface Described<Label extends string> {
  /** In the manner of Prometheus: `relais_deliveries_total`, `relais_feed_lag_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** The figures of one process. An instance of its own for each application, so that tests do not share a registry. */
export class Metrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  private readonly registry = new Registry();

  /** Memory, CPU and event loop of the process. Once, in main: it starts an observer that lives as long as the process. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string = never>(about: Described<Label>): Counter<Label> {
    return new Counter({ ...this.common(about) });
  }

  gauge<Label extends string = never>(about: Described<Label>): Gauge<Label> {
    return new Gauge({ ...this.common(about) });
  }

  /** `buckets` in the unit of the name, ascending. */
  histogram<Label extends string = never>(about: Described<Label>, buckets: readonly number[]): Histogram<Label> {
    return new Histogram({ ...this.common(about), buckets: [...buckets] });
  }

  /** What Prometheus reads. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private common<Label extends string>({ name, help, labels = [] }: Described<Label>) {
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }
}
