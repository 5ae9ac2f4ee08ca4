import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { administrator, colleagues, demoPassword } from './cast.js';
import { prepareFolder } from './folder.js';
import type { NetworksReady, ToNetworks } from './networks.js';
import { Part } from './part.js';
import { RelaisApi } from './relais-api.js';
import { seed } from './seed.js';
import type { ServerReady } from './server.js';

interface Ask {
  readonly isFresh: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Told once everything has ended; 0 when it was asked to. */
  readonly onEnd: (code: number) => void;
}

/** Relais, networks that are only simulated, and customers who write on them. */
export class Demo {
  private readonly parts: Part[] = [];
  private isStopping = false;

  constructor(private readonly ask: Ask) {}

  async start(): Promise<void> {
    const folder = resolve(this.ask.environment['RELAIS_DATA_DIR'] || 'data/demo');
    await prepareFolder(folder, this.ask.isFresh);
    const networks = this.add('networks.js', { words: [join(folder, 'networks')], settings: {} });
    const simulated = await networks.ready<NetworksReady>();
    const server = this.add('server.js', { words: [], settings: settingsFor(folder) });
    const { publicUrl, setUpUrl } = await server.ready<ServerReady>();
    await seed(new RelaisApi(publicUrl), { setUpUrl, accounts: simulated.accounts });
    process.stdout.write(`\n${greeting(publicUrl, simulated).join('\n')}\n\n`);
    const tell = (what: ToNetworks) => {
      networks.tell(what);
    };
    tell('begin');
    createInterface({ input: process.stdin }).on('line', (line) => {
      if (line.trim().toLowerCase() === 'o') tell('outage');
    });
  }

  stop(): void {
    this.isStopping = true;
    for (const part of this.parts) part.stop();
  }

  private add(file: string, { words, settings }: { words: readonly string[]; settings: NodeJS.ProcessEnv }): Part {
    const part = new Part({ file, words, environment: { ...this.ask.environment, ...settings } });
    this.parts.push(part);
    void part.ended.then((code) => this.end(code));
    return part;
  }

  /** One without the others is of no use. */
  private async end(code: number): Promise<void> {
    const wasAsked = this.isStopping;
    if (!wasAsked) this.stop();
    await Promise.all(this.parts.map((part) => part.ended));
    this.ask.onEnd(wasAsked ? 0 : code);
  }
}

/** Whatever is set for the real one is not for the demo: it must not touch anybody's database. */
function settingsFor(folder: string): NodeJS.ProcessEnv {
  return {
    RELAIS_DATA_DIR: folder,
    RELAIS_ALLOW_PRIVATE_NETWORK: 'on',
    RELAIS_LOG_LEVEL: process.env['RELAIS_LOG_LEVEL'] || 'warn',
    RELAIS_ROLE: '',
    RELAIS_ADMIN_EMAIL: '',
    RELAIS_ADMIN_PASSWORD: '',
    DATABASE_URL: '',
  };
}

function greeting(url: string, { networks, control }: NetworksReady): string[] {
  const people = [administrator, ...colleagues];
  return [
    `Relais, the demo: ${url}`,
    '',
    `Sign in as one of these; the password is always ${demoPassword}`,
    ...people.map(({ name, email, role }) => `  ${name.padEnd(18)}${email.padEnd(28)}${role}`),
    '',
    'Customers write on simulated networks; nothing leaves this machine. What was answered there:',
    ...networks.map(({ name, url: at }) => `  ${name.padEnd(18)}${at}/_sim/published`),
    '',
    'An outage comes after two minutes. For another one type o and Enter, or:',
    `  curl -X POST ${control}/outage`,
    'Ctrl-C ends the demo; the next one goes on from here, npm run demo -- --fresh begins anew.',
  ];
}
