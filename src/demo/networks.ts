import { createServer, type Server } from 'node:http';

import { errorCode } from '../platform/error-code.js';
import { Chance } from './chance.js';
import { openFacebook } from './facebook-stage.js';
import { Keepsake } from './keepsake.js';
import { openMastodon } from './mastodon-stage.js';
import type { AccountForm, Stage, Where } from './stage.js';
import { Story } from './story.js';
import { openTelegram } from './telegram-stage.js';

/** What this process tells the one that started it, and what it is told. */
export interface NetworksReady {
  readonly networks: readonly { readonly name: string; readonly url: string }[];
  readonly accounts: readonly AccountForm[];
  readonly control: string;
}
export type ToNetworks = 'begin' | 'outage';

const openings: Readonly<Record<string, (where: Where) => Promise<Stage>>> = {
  facebook: openFacebook,
  mastodon: openMastodon,
  telegram: openTelegram,
};
const saveMs = 5_000;
const firstSeed = 20_260_302;

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of the networks is missing');
const keepsake = new Keepsake(folder);

const stages = await open();
const story = new Story(Object.values(stages), new Chance(firstSeed + (await runs())));
const control = await openControl();
const saving = setInterval(() => void save(), saveMs);
process.on('message', (told) => {
  if (told === 'begin') story.begin();
  if (told === 'outage') story.breakDown();
});
process.on('disconnect', () => void stop());
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('SIGTERM', () => void stop());
process.send?.(ready());

/** On the same ports as before: Relais knows its accounts by their addresses. */
async function open(): Promise<Record<string, Stage>> {
  const ports = portsIn(await keepsake.read('ports.json'));
  const opened: Record<string, Stage> = {};
  for (const [name, openStage] of Object.entries(openings)) {
    const memory = await keepsake.read(`${name}.bin`);
    const port = ports[name] ?? 0;
    opened[name] = await openStage({ port, ...(memory === undefined ? {} : { memory }) }).catch((error: unknown) => {
      if (errorCode(error) !== 'EADDRINUSE') throw error;
      process.stderr.write(`${taken(name, port)}\n`);
      process.exit(1);
    });
  }
  const now = Object.entries(opened).map(([name, { url }]) => [name, Number(new URL(url).port)]);
  await keepsake.write('ports.json', JSON.stringify(Object.fromEntries(now)));
  return opened;
}

function taken(name: string, port: number): string {
  return `Port ${port}, where the simulated ${name} was, is taken by another program. Begin anew: npm run demo -- --fresh`;
}

function portsIn(file: Buffer | undefined): Record<string, number> {
  const read: unknown = file === undefined ? {} : JSON.parse(file.toString('utf8'));
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  return Object.fromEntries(entries.map(([name, port]) => [name, Number(port)]));
}

/** How often this demo was started before: each time goes on with other words. */
async function runs(): Promise<number> {
  const count = Number((await keepsake.read('runs'))?.toString('utf8') ?? 0);
  await keepsake.write('runs', String(count + 1));
  return count;
}

async function save(): Promise<void> {
  for (const [name, stage] of Object.entries(stages)) await keepsake.write(`${name}.bin`, stage.memory());
}

/** `POST /outage` cuts a region off, as the key does. */
async function openControl(): Promise<Server> {
  const server = createServer((request, response) => {
    const isOutage = request.method === 'POST' && request.url === '/outage';
    if (isOutage) story.breakDown();
    response.writeHead(isOutage ? 202 : 404, { 'content-type': 'text/plain' });
    response.end(isOutage ? 'Thirty messages within a minute.\n' : 'POST /outage\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function ready(): NetworksReady {
  const address = control.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const all = Object.values(stages);
  return {
    networks: all.map(({ name, url }) => ({ name, url })),
    accounts: all.flatMap(({ accounts }) => accounts),
    control: `http://127.0.0.1:${port}`,
  };
}

async function stop(): Promise<void> {
  clearInterval(saving);
  story.stop();
  await save();
  process.exit(0);
}
