import type { AccountView } from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { instant } from '../ticket/ticket-row.view.js';

type AccountRecord = Omit<
  AccountView,
  'expiresAt' | 'lastEventAt' | 'lastFetchAt' | 'pausedUntil' | 'hookUrl' | 'networkName' | 'canRefetch'
> & {
  expiresAt: Date | null;
  lastEventAt: Date | null;
  lastFetchAt: Date | null;
  pausedUntil: Date | null;
  appKey: string;
};

/** What the store cannot know of a network by itself. */
export interface NetworkFacts {
  readonly name: string;
  /** Its past can be asked for once more. */
  readonly canRefetch: boolean;
  /** Where the network calls us for the app of this key; null when it does not call. */
  hookUrl(appKey: string): string | null;
}

/** The accounts of a workspace, or one of them; those taken away are not listed. */
export async function accountViews(
  sql: Sql,
  workspaceId: number,
  ask: { id: string | null; factsOf: (network: string) => NetworkFacts },
): Promise<AccountView[]> {
  const records = await sql.many<AccountRecord>(
    `select a.id, a.version, a.network, a.external_id as "externalId", a.name, a.handle, b.name as brand,
            a.api_base as "apiBase", a.state, a.state_code as "stateCode", a.state_detail as "stateDetail", a.granted,
            a.missing, a.expires_at as "expiresAt", a.last_event_at as "lastEventAt", a.fetched_at as "lastFetchAt",
            a.fetch_error as "fetchError", a.delay_ms as "delayMs",
            case when a.used_at > now() - interval '1 day' then a.used_percent end as "usedPercent", a.paused_until as "pausedUntil", ap.key as "appKey",
            (select count(*)::int from message as m
               join thread as th on th.workspace_id = m.workspace_id and th.id = m.thread_id
              where m.workspace_id = a.workspace_id and th.account_id = a.id and m.state = 'queued') as "heldReplies"
       from account as a
       join app as ap on ap.workspace_id = a.workspace_id and ap.id = a.app_id
       left join brand as b on b.workspace_id = a.workspace_id and b.id = a.brand_id
      where a.workspace_id = $1 and ($2::uuid is null and a.state <> 'disconnected' or a.id = $2)
      order by a.network, a.name, a.id`,
    [workspaceId, ask.id],
  );
  return records.map(({ appKey, ...record }) => {
    const facts = ask.factsOf(record.network);
    return {
      ...record,
      networkName: facts.name,
      canRefetch: facts.canRefetch,
      expiresAt: instant(record.expiresAt),
      lastEventAt: instant(record.lastEventAt),
      lastFetchAt: instant(record.lastFetchAt),
      pausedUntil: instant(record.pausedUntil),
      hookUrl: facts.hookUrl(appKey),
    };
  });
}
