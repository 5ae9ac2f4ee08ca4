import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { build, root } from '../build.mjs';
import { live } from './live.mjs';
import { queue } from './queue.mjs';
import { webhooks } from './webhook.mjs';

/**
 * Every figure beside a floor that was measured in the same run, in turn with it: on a shared machine only their ratio
 * means something. `--quick` takes at most three minutes; `--only=P1` measures what begins with that.
 */
const measures = [
  { ids: ['P1', 'P2'], run: webhooks },
  { ids: ['P4', 'P5', 'P7'], run: live },
  { ids: ['P8'], run: queue },
];

const quick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
if (!build()) process.exit(1);

const figures = [];
for (const { ids, run } of measures) {
  if (only !== undefined && !ids.includes(only)) continue;
  for (const figure of await run({ quick })) {
    figures.push(figure);
    print(figure);
  }
}
const report = join(root, 'dist/report/bench.json');
mkdirSync(join(root, 'dist/report'), { recursive: true });
writeFileSync(report, `${JSON.stringify({ quick, load: loadavg()[0], figures }, null, 2)}\n`);
process.stdout.write(`\nWritten to dist/report/bench.json; load ${loadavg()[0].toFixed(1)}.\n`);

function print({ id, what, goal, unit, ratio, spread, value, floor, floorSpread }) {
  const [low, high] = spread.map((one) => one.toFixed(2));
  const number = (one) => Math.round(one).toLocaleString('en');
  process.stdout.write(
    `${id.padEnd(4)} ${ratio.toFixed(2).padStart(7)}  (${low} to ${high})  goal ${goal}\n` +
      `     ${what}: ${number(value)}${unit} beside ${number(floor)}${unit}, which wandered ×${floorSpread.toFixed(1)}\n`,
  );
}
