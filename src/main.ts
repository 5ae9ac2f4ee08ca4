import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, SettingsError } from './platform/config/settings.js';
import { openLog } from './platform/log.js';
import { EmbeddedPostgres } from './platform/postgres/embedded-postgres.js';
import { pgOptionsFromUrl } from './platform/postgres/pg-options.js';
import { FolderInUse, ProcessLock } from './platform/process-lock.js';
import { stopRequested } from './platform/stop-request.js';

try {
  const settings = readSettings(process.env);
  const log = openLog({ level: settings.logLevel });
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  const lock = settings.databaseUrl === null ? await ProcessLock.take(settings.dataDir) : null;
  const stop = stopRequested();
  const embedded =
    settings.databaseUrl === null
      ? await EmbeddedPostgres.start({
          folder: join(settings.dataDir, 'postgres'),
          database: 'relais',
          log,
          onLost: (error) => {
            log.error({ error }, 'The database is lost.');
            process.exit(1);
          },
        })
      : null;
  const database = embedded?.options ?? pgOptionsFromUrl(settings.databaseUrl ?? '');
  log.info({ host: database.host }, 'Ready.');
  await stop;
  await embedded?.stop();
  lock?.release();
  log.info({}, 'Stopped.');
} catch (error) {
  if (error instanceof SettingsError || error instanceof FolderInUse) {
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof SettingsError ? 2 : 1);
  }
  throw error;
}
