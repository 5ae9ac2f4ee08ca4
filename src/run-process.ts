import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Site } from './http/site.js';
import { secretKeyFrom } from './platform/config/secret-key.js';
import { readSettings, SettingsError, type Settings } from './platform/config/settings.js';
import { errorCode } from './platform/error-code.js';
import { freePort } from './platform/free-port.js';
import { openLog, type Log } from './platform/log.js';
import { EmbeddedPostgres } from './platform/postgres/embedded-postgres.js';
import { type PgOptions, pgOptionsFromUrl } from './platform/postgres/pg-options.js';
import { FolderInUse, ProcessLock } from './platform/process-lock.js';
import { stopRequested } from './platform/stop-request.js';
import { startRelais } from './start-relais.js';
import { migrate } from './store/migrate.js';

export interface ProcessParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the compiled sources; the console is beside it, package.json two above. */
  readonly home: string;
  /** Whom to sign in as, where this is a demo. */
  readonly demo: Site['facts']['demo'];
  /** Told once all is there. The link is a secret, and null when there are people already. */
  ready(facts: { readonly publicUrl: string; readonly setUpUrl: string | null }): void;
}

/** The whole life of one process, by the settings of its environment. */
export async function runProcess(parts: ProcessParts): Promise<void> {
  try {
    await run(await settled(readSettings(parts.environment)), parts);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(error instanceof SettingsError ? 2 : 1);
  }
}

async function siteOf({ home, demo }: ProcessParts, { metrics }: Settings): Promise<Site> {
  return new Site({
    version: versionIn(await readFile(join(home, '../../package.json'), 'utf8')),
    demo,
    webFolder: join(home, '../web'),
    openApiFile: join(home, 'http/openapi.json'),
    metricsToken: metrics.token,
  });
}

function versionIn(packageFile: string): string {
  const read: unknown = JSON.parse(packageFile);
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '';
}

function startPostgres({ dataDir }: Settings, log: Log): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start({
    folder: join(dataDir, 'postgres'),
    database: 'relais',
    log,
    onLost: (error) => {
      log.error({ error }, 'The database is lost.');
      process.exit(1);
    },
  });
}

/** A port that the system chose is known only now, and links must name it. */
async function settled(settings: Settings): Promise<Settings> {
  if (settings.port !== 0) return settings;
  const port = await freePort(settings.host);
  return { ...settings, port, publicUrl: settings.publicUrl.replace(/:0$/, `:${port}`) };
}

async function run(settings: Settings, parts: ProcessParts): Promise<void> {
  const log = openLog({ level: settings.logLevel });
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  const lock = settings.databaseUrl === null ? await ProcessLock.take(settings.dataDir) : null;
  const stop = stopRequested();
  const embedded = settings.databaseUrl === null ? await startPostgres(settings, log) : null;
  try {
    const database = embedded?.options ?? pgOptionsFromUrl(settings.databaseUrl ?? '');
    await serve({ settings, log, database, stop }, parts);
  } finally {
    await embedded?.stop();
    lock?.release();
  }
  log.info({}, 'Stopped.');
}

interface Serving {
  readonly settings: Settings;
  readonly log: Log;
  readonly database: PgOptions;
  readonly stop: Promise<void>;
}

async function serve({ settings, log, database, stop }: Serving, parts: ProcessParts): Promise<void> {
  await migrate(database);
  const secretKey = settings.secretKey ?? (await secretKeyFrom(settings.dataDir));
  const relais = await startRelais({ settings, database, secretKey, log, site: await siteOf(parts, settings) });
  relais.core.metrics.watchProcess();
  log.info({ publicUrl: settings.publicUrl, role: settings.role, setUp: relais.setUpUrl !== null }, 'Ready.');
  parts.ready({ publicUrl: settings.publicUrl, setUpUrl: relais.setUpUrl });
  await stop;
  log.info({}, 'Stopping.');
  await relais.stop();
}

/** What the person who started it can put right, in one sentence; anything else is a fault, with all that is known. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof SettingsError || error instanceof FolderInUse) return error.message;
  if (errorCode(error) === 'EADDRINUSE') return 'The port is taken: set RELAIS_PORT to another one.';
  if (errorCode(error) === 'EACCES') return 'This user may not listen on that port, or not write to RELAIS_DATA_DIR.';
  return null;
}
