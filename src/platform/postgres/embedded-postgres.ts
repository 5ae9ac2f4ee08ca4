import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { SettingsError } from '../config/settings.js';
import type { Log } from '../log.js';
import { socketFolder } from './socket-folder.js';
import { type Binaries, findBinaries } from './binaries.js';
import { makeCluster, superuser } from './cluster.js';
import { removeStalePid, stopOrphan } from './leftover.js';
import type { PgOptions } from './pg-options.js';
import { Postmaster, PostmasterFailed } from './postmaster.js';
import { asOrdinaryUser, boundToUs } from './run-as.js';

const startTries = 40;
const betweenTriesMs = 250;

interface Ask {
  /** The cluster's own folder; made when it does not exist. */
  readonly folder: string;
  readonly database: string;
  readonly log: Log;
  /** PostgreSQL's own settings, by their names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** It ended and could not be started again. */
  readonly onLost: (error: unknown) => void;
}

/**
 * A PostgreSQL of our own: started with us, stopped with us, started again when it dies. Reached by a socket in its
 * folder only, so that nothing else on the machine can collide with it or connect to it.
 */
export class EmbeddedPostgres {
  private postmaster: Postmaster | null = null;
  private stopping = false;

  private constructor(
    private readonly ask: Ask,
    private readonly binaries: Binaries,
    private readonly sockets: string,
  ) {}

  /** The caller holds the lock of the data folder around this one. */
  static async start(ask: Ask): Promise<EmbeddedPostgres> {
    if (process.platform === 'win32') {
      throw new SettingsError('On Windows Relais needs a PostgreSQL of yours: set DATABASE_URL.');
    }
    const binaries = await findBinaries();
    await makeCluster(binaries, ask.folder);
    const { user } = asOrdinaryUser(binaries.postgres, []);
    const postgres = new EmbeddedPostgres(ask, binaries, await socketFolder(ask.folder, user));
    if (await stopOrphan(binaries, ask.folder, postgres.door('postgres'))) {
      ask.log.warn({}, 'Stopped the database that an earlier run had left behind.');
    }
    await postgres.run();
    await postgres.makeDatabase();
    return postgres;
  }

  get options(): PgOptions {
    return this.door(this.ask.database);
  }

  /** The process id of the server, for tests that kill it. */
  get pid(): number | undefined {
    return this.postmaster?.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.postmaster?.stop();
    if (this.sockets !== resolve(this.ask.folder)) await rm(this.sockets, { recursive: true, force: true });
  }

  private door(database: string): PgOptions {
    return { host: this.sockets, user: superuser, database };
  }

  private async run(): Promise<void> {
    const postmaster = await this.startPatiently(startTries);
    this.postmaster = postmaster;
    if (this.stopping) await postmaster.stop();
    void postmaster.ended.then(() => this.runAgain());
  }

  private async runAgain(): Promise<void> {
    if (this.stopping) return;
    this.ask.log.error({}, 'The database ended by itself. Starting it again.');
    try {
      await this.run();
    } catch (error) {
      this.ask.onLost(error);
    }
  }

  /** The processes of a server that was killed take a moment to notice, and hold its memory until then. */
  private async startPatiently(triesLeft: number): Promise<Postmaster> {
    try {
      return await Postmaster.start(this.launch(), (line) => this.ask.log.debug({ part: 'postgres' }, line));
    } catch (error) {
      if (!(error instanceof PostmasterFailed) || !error.becauseFolderInUse || triesLeft === 0) throw error;
      await removeStalePid(this.ask.folder);
      await pause(betweenTriesMs);
      return this.startPatiently(triesLeft - 1);
    }
  }

  private launch() {
    const settings = {
      listen_addresses: '',
      unix_socket_directories: this.sockets,
      unix_socket_permissions: '0700',
      // Statements and their values hold what customers wrote: they never reach a log.
      log_min_messages: 'log',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      ...this.ask.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return boundToUs(this.binaries.postgres, ['-D', this.ask.folder, ...flags]);
  }

  private async makeDatabase(): Promise<void> {
    const { database } = this.ask;
    const client = new Client(this.door('postgres'));
    await client.connect();
    try {
      const { rowCount } = await client.query('select 1 from pg_database as d where d.datname = $1', [database]);
      if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
    } finally {
      await client.end();
    }
  }
}
