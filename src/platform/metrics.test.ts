import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('writes what Prometheus reads', async () => {
    const metrics = new Metrics();
    metrics.counter({ name: 'relais_sends_total', help: 'Sends.', labels: ['outcome'] }).inc({ outcome: 'sent' });
    metrics.gauge({ name: 'relais_queue_age_seconds', help: 'Age.' }).set(4);
    metrics.histogram({ name: 'relais_apply_seconds', help: 'Applying.' }, [0.1, 1]).observe(0.5);

    const text = await metrics.text();

    expect(text).toContain('relais_sends_total{outcome="sent"} 1');
    expect(text).toContain('relais_queue_age_seconds 4');
    expect(text).toContain('relais_apply_seconds_bucket{le="1"} 1');
    expect(metrics.contentType).toContain('text/plain');
  });

  it('keeps two applications of one process apart', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    one.counter({ name: 'relais_x_total', help: 'X.' }).inc();
    other.counter({ name: 'relais_x_total', help: 'X.' });
    expect(await other.text()).toContain('relais_x_total 0');
  });
});
