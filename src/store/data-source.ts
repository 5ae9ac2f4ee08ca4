import { DataSource } from 'typeorm';
import { FirstSchema1764000000000 } from '../../migrations/1764000000-first-schema.js';
import { TicketLife1764200000000 } from '../../migrations/1764200000-ticket-life.js';
import { AgentLastSeen1764400000000 } from '../../migrations/1764400000-agent-last-seen.js';
import { ScheduledReplies1764300000000 } from '../../migrations/1764300000-scheduled-replies.js';
import { CalendarsAndClocks1764500000000 } from '../../migrations/1764500000-calendars-and-clocks.js';
import { RoutingRules1764600000000 } from '../../migrations/1764600000-routing-rules.js';
import { PairedReplies1764650000000 } from '../../migrations/1764650000-paired-replies.js';
import { Experts1764700000000 } from '../../migrations/1764700000-experts.js';
import { RoutingSettings1795621056000 } from '../../migrations/1795621056-routing-settings.js';
import type { PgOptions } from '../platform/postgres/pg-options.js';
import { laterMigrations } from './later-migrations.js';

interface Limits {
  readonly connections: number;
  /** Milliseconds; a statement that takes longer is a fault, and must not hold up everybody else. */
  readonly statementMs: number;
}
const usual: Limits = { connections: 10, statementMs: 15_000 };

/** The pool of one process. A transaction that idles is ended by the server: it would hold the feed's horizon back. */
export function dataSourceOf(options: PgOptions, limits: Limits = usual): DataSource {
  const { host, port, user, password, database, ssl } = options;
  return new DataSource({
    type: 'postgres',
    host,
    username: user,
    database,
    ...(port === undefined ? {} : { port }),
    ...(password === undefined ? {} : { password }),
    ...(ssl === undefined ? {} : { ssl }),
    applicationName: 'relais',
    poolSize: limits.connections,
    connectTimeoutMS: 5000,
    migrations: [
      FirstSchema1764000000000,
      TicketLife1764200000000,
      ScheduledReplies1764300000000,
      AgentLastSeen1764400000000,
      CalendarsAndClocks1764500000000,
      RoutingRules1764600000000,
      PairedReplies1764650000000,
      Experts1764700000000,
      ...laterMigrations,
      RoutingSettings1795621056000,
    ],
    migrationsTransactionMode: 'each',
    extra: {
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: 20_000,
      // A connection that the server closed while it idled is not a reason to end the process.
      keepAlive: true,
    },
  });
}
