import type { Sql } from '../sql.js';

export interface App {
  readonly workspaceId: number;
  readonly id: string;
  readonly family: string;
  readonly key: string;
  readonly settingsSealed: string;
}

export const accountStates = ['active', 'needs-reauth', 'restricted', 'disconnected'] as const;
export type AccountState = (typeof accountStates)[number];

export interface Account {
  readonly workspaceId: number;
  readonly id: string;
  readonly appId: string;
  readonly network: string;
  readonly externalId: string;
  readonly name: string;
  readonly apiBase: string;
  readonly settingsSealed: string;
  readonly appSettingsSealed: string;
  readonly appKey: string;
  readonly state: AccountState;
  readonly limits: Readonly<Record<string, unknown>>;
  readonly cursor: string | null;
  readonly pausedUntil: Date | null;
  readonly expiresAt: Date | null;
  /** When fresh credentials are to be asked for; null where the network has no such thing. */
  readonly refreshAt: Date | null;
  readonly refreshedAt: Date | null;
  readonly version: number;
}

export interface AccountFacts {
  readonly name: string;
  readonly handle: string | null;
  readonly avatarUrl: string | null;
  readonly granted: readonly string[];
  readonly missing: readonly unknown[];
  readonly limits: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date | null;
  readonly refreshAt: Date | null;
}

function valuesOf(facts: AccountFacts): unknown[] {
  const { name, handle, avatarUrl, granted, missing, limits, expiresAt, refreshAt } = facts;
  return [name, handle, avatarUrl, granted, JSON.stringify(missing), JSON.stringify(limits), expiresAt, refreshAt];
}

const fields = `a.workspace_id as "workspaceId", a.id, a.app_id as "appId", a.network, a.external_id as "externalId",
  a.name, a.api_base as "apiBase", a.settings_sealed as "settingsSealed", ap.settings_sealed as "appSettingsSealed",
  ap.key as "appKey", a.state, a.limits, a.cursor, a.paused_until as "pausedUntil",
  a.version, a.expires_at as "expiresAt", a.refresh_at as "refreshAt", a.refreshed_at as "refreshedAt"`;
const tables = `account as a join app as ap on ap.workspace_id = a.workspace_id and ap.id = a.app_id`;

/** An app with the accounts it is called for. */
export interface CalledApp extends App {
  readonly accounts: readonly { readonly id: string; readonly externalId: string; readonly network: string }[];
}

/** The app whose webhook has this key: asked before a call is known to be authentic. */
export function appByKey(sql: Sql, key: string): Promise<CalledApp | null> {
  return sql.maybe(
    `select ap.workspace_id as "workspaceId", ap.id, ap.family, ap.key, ap.settings_sealed as "settingsSealed",
            coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'externalId', a.external_id, 'network', a.network))
              from account as a where a.workspace_id = ap.workspace_id and a.app_id = ap.id and a.state <> 'disconnected'), '[]') as accounts
       from app as ap where ap.key = $1`,
    [key],
  );
}

/** Every account that is to be listened to, in all workspaces. */
export function listeningAccounts(sql: Sql): Promise<Account[]> {
  return sql.many<Account>(`select ${fields} from ${tables} where a.state in ('active', 'restricted') order by a.id`);
}

export class AccountStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  find(id: string): Promise<Account | null> {
    return this.sql.maybe<Account>(`select ${fields} from ${tables} where a.workspace_id = $1 and a.id = $2`, [
      this.workspaceId,
      id,
    ]);
  }

  lock(id: string): Promise<Account | null> {
    return this.sql.maybe<Account>(
      `select ${fields} from ${tables} where a.workspace_id = $1 and a.id = $2 for no key update of a`,
      [this.workspaceId, id],
    );
  }

  /** The account a network speaks of by its own id, under the app that was called. */
  byExternalId(appId: string, network: string, externalId: string): Promise<Account | null> {
    return this.sql.maybe<Account>(
      `select ${fields} from ${tables}
        where a.workspace_id = $1 and a.app_id = $2 and a.network = $3 and a.external_id = $4 and a.state <> 'disconnected'`,
      [this.workspaceId, appId, network, externalId],
    );
  }

  anyByExternalId(network: string, externalId: string): Promise<Account | null> {
    return this.sql.maybe<Account>(
      `select ${fields} from ${tables} where a.workspace_id = $1 and a.network = $2 and a.external_id = $3`,
      [this.workspaceId, network, externalId],
    );
  }

  /** The accounts that stand and fall with this one: the same page under the same app. */
  async together(account: Pick<Account, 'appId' | 'externalId'>): Promise<Account[]> {
    return this.sql.many<Account>(
      `select ${fields} from ${tables} where a.workspace_id = $1 and a.app_id = $2 and a.external_id = $3
          and a.state <> 'disconnected' order by a.id`,
      [this.workspaceId, account.appId, account.externalId],
    );
  }

  async addApp(app: { id: string; family: string; key: string; settingsSealed: string }): Promise<void> {
    await this.sql.run('insert into app (workspace_id, id, family, key, settings_sealed) values ($1, $2, $3, $4, $5)', [
      this.workspaceId,
      app.id,
      app.family,
      app.key,
      app.settingsSealed,
    ]);
  }

  apps(family: string): Promise<App[]> {
    return this.sql.many<App>(
      `select ap.workspace_id as "workspaceId", ap.id, ap.family, ap.key, ap.settings_sealed as "settingsSealed"
         from app as ap where ap.workspace_id = $1 and ap.family = $2 order by ap.created_at`,
      [this.workspaceId, family],
    );
  }

  async saveApp(id: string, settingsSealed: string): Promise<void> {
    await this.sql.run('update app as ap set settings_sealed = $3 where ap.workspace_id = $1 and ap.id = $2', [
      this.workspaceId,
      id,
      settingsSealed,
    ]);
  }

  /** Adds the account, or takes back one that was disconnected. */
  async add(account: {
    id: string;
    appId: string;
    brandId: string | null;
    network: string;
    externalId: string;
    apiBase: string;
    settingsSealed: string;
    facts: AccountFacts;
  }): Promise<string> {
    const row = await this.sql.one<{ id: string }>(
      `insert into account as a (workspace_id, id, app_id, brand_id, network, external_id, api_base, settings_sealed, name,
         handle, avatar_url, granted, missing, limits, expires_at, refresh_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (workspace_id, network, external_id) do update set app_id = excluded.app_id,
         brand_id = coalesce(excluded.brand_id, a.brand_id), api_base = excluded.api_base,
         settings_sealed = excluded.settings_sealed, name = excluded.name, handle = excluded.handle,
         avatar_url = excluded.avatar_url, granted = excluded.granted, missing = excluded.missing,
         limits = excluded.limits, expires_at = excluded.expires_at, refresh_at = excluded.refresh_at,
         refreshed_at = null, state = 'active', state_code = null, state_detail = null, version = a.version + 1
       returning a.id`,
      [
        this.workspaceId,
        account.id,
        account.appId,
        account.brandId,
        account.network,
        account.externalId,
        account.apiBase,
        account.settingsSealed,
        ...valuesOf(account.facts),
      ],
    );
    return row.id;
  }

  /** New credentials, or a new look at the old ones: the account works again. */
  async renew(id: string, to: { settingsSealed: string; apiBase: string; facts: AccountFacts }): Promise<void> {
    await this.sql.run(
      `update account as a set settings_sealed = $3, api_base = $4, name = $5, handle = $6, avatar_url = $7, granted = $8,
              missing = $9, limits = $10, expires_at = $11, refresh_at = $12, refreshed_at = null, state = 'active',
              state_code = null, state_detail = null, paused_until = null, version = a.version + 1
        where a.workspace_id = $1 and a.id = $2`,
      [this.workspaceId, id, to.settingsSealed, to.apiBase, ...valuesOf(to.facts)],
    );
  }

  /** True when the state is a new one. */
  async setState(id: string, state: AccountState, why: { code: string; detail: string } | null): Promise<boolean> {
    const touched = await this.sql.run(
      `update account as a set state = $3, state_code = $4, state_detail = $5, version = a.version + 1
        where a.workspace_id = $1 and a.id = $2 and (a.state <> $3 or a.state_code is distinct from $4)
          and a.state <> 'disconnected'`,
      [this.workspaceId, id, state, why?.code ?? null, why?.detail ?? null],
    );
    return touched === 1;
  }

  /** Fresh credentials are wanted at once; until they are there nothing is sent with the old ones. */
  async wantRefresh(id: string): Promise<void> {
    await this.sql.run(
      'update account as a set expires_at = now(), refresh_at = now() where a.workspace_id = $1 and a.id = $2',
      [this.workspaceId, id],
    );
  }

  async refreshed(
    id: string,
    to: { settingsSealed: string; expiresAt: Date | null; refreshAt: Date | null },
  ): Promise<void> {
    await this.sql.run(
      `update account as a set settings_sealed = $3, expires_at = $4, refresh_at = $5, refreshed_at = now(),
              refresh_until = null, version = a.version + 1
        where a.workspace_id = $1 and a.id = $2`,
      [this.workspaceId, id, to.settingsSealed, to.expiresAt, to.refreshAt],
    );
  }

  /** It did not work this time. */
  async refreshLater(id: string, seconds: number): Promise<void> {
    await this.sql.run(
      `update account as a set refresh_at = now() + make_interval(secs => $3), refresh_until = null
        where a.workspace_id = $1 and a.id = $2`,
      [this.workspaceId, id, seconds],
    );
  }

  /** No send before this instant; the network's word on our rate. Never shortens a pause. */
  async pause(id: string, until: Date): Promise<void> {
    await this.sql.run(
      `update account as a set paused_until = greatest(a.paused_until, $3) where a.workspace_id = $1 and a.id = $2`,
      [this.workspaceId, id, until],
    );
  }

  /** Moves the place that fetching goes on from, if nobody else moved it meanwhile. */
  async fetched(id: string, from: string | null, to: string | null): Promise<boolean> {
    const touched = await this.sql.run(
      `update account as a set cursor = $4, fetched_at = now(), fetch_error = null
        where a.workspace_id = $1 and a.id = $2 and a.cursor is not distinct from $3`,
      [this.workspaceId, id, from, to],
    );
    return touched === 1;
  }

  /** Fetching begins again from there, also while somebody is at it. */
  async goBack(id: string, cursor: string): Promise<void> {
    await this.sql.run(
      'update account as a set cursor = $3, version = a.version + 1 where a.workspace_id = $1 and a.id = $2',
      [this.workspaceId, id, cursor],
    );
  }

  /** How much of what the network allows is used, by its own word. */
  async used(id: string, percent: number): Promise<void> {
    await this.sql.run(
      'update account as a set used_percent = $3, used_at = now() where a.workspace_id = $1 and a.id = $2',
      [this.workspaceId, id, Math.round(Math.min(Math.max(percent, 0), 999))],
    );
  }

  async fetchFailed(id: string, error: string): Promise<void> {
    await this.sql.run(
      'update account as a set fetch_error = $3, fetched_at = now() where a.workspace_id = $1 and a.id = $2',
      [this.workspaceId, id, error],
    );
  }

  async heard(id: string, delayMs: number): Promise<void> {
    // At most once in ten seconds: a burst must not queue up behind this row.
    await this.sql.run(
      `update account as a set last_event_at = now(), delay_ms = $3 where a.workspace_id = $1 and a.id = $2
          and (a.last_event_at is null or a.last_event_at < now() - interval '10 seconds')`,
      [this.workspaceId, id, Math.min(Math.max(delayMs, 0), 2_000_000_000)],
    );
  }
}

/**
 * The accounts whose credentials must be refreshed now, each given to one caller for `seconds`; nobody else refreshes
 * them meanwhile.
 */
export async function claimRefreshes(sql: Sql, ask: { most: number; seconds: number }): Promise<Account[]> {
  const claimed = await sql.many<{ id: string }>(
    `update account as u set refresh_until = now() + make_interval(secs => $2)
      where (u.workspace_id, u.id) in (
        select d.workspace_id, d.id from account as d
         where d.refresh_at <= now() and d.state in ('active', 'restricted') and (d.refresh_until is null or d.refresh_until < now())
         order by d.refresh_at limit $1 for no key update skip locked)
     returning u.id`,
    [ask.most, ask.seconds],
  );
  if (claimed.length === 0) return [];
  return sql.many<Account>(`select ${fields} from ${tables} where a.id = any($1)`, [claimed.map(({ id }) => id)]);
}

interface LeaseAsk {
  readonly workspaceId: number;
  readonly id: string;
  readonly seconds: number;
}

/** The right to listen to an account, for `seconds`; answers the fencing token, or null while another has it. */
export async function leaseListening(sql: Sql, ask: LeaseAsk): Promise<number | null> {
  const row = await sql.maybe<{ token: number }>(
    `update account as a set stream_token = a.stream_token + 1, stream_until = now() + make_interval(secs => $3)
      where a.workspace_id = $1 and a.id = $2 and (a.stream_until is null or a.stream_until < now())
     returning a.stream_token as token`,
    [ask.workspaceId, ask.id, ask.seconds],
  );
  return row?.token ?? null;
}

/** False when the lease was lost, or the account is no longer to be listened to. */
export async function renewListening(sql: Sql, ask: LeaseAsk & { readonly token: number }): Promise<boolean> {
  const touched = await sql.run(
    `update account as a set stream_until = now() + make_interval(secs => $4)
      where a.workspace_id = $1 and a.id = $2 and a.stream_token = $3 and a.state in ('active', 'restricted')`,
    [ask.workspaceId, ask.id, ask.token, ask.seconds],
  );
  return touched === 1;
}

/** Lets go at once, so that another instance need not wait for the lease to end. */
export async function endListening(sql: Sql, ask: { workspaceId: number; id: string; token: number }): Promise<void> {
  await sql.run(
    `update account as a set stream_until = null where a.workspace_id = $1 and a.id = $2 and a.stream_token = $3`,
    [ask.workspaceId, ask.id, ask.token],
  );
}
