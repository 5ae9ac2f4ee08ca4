import { newId } from '../../src/platform/ids.js';
import type { Sql } from '../../src/store/sql.js';
import type { TestRelais } from './relais.js';

/** So many advisers with consoles open; every second speaks French alone, and they have room for more or less. */
export async function givenAdvisers(relais: TestRelais, count: number, capacities: readonly number[]): Promise<void> {
  await relais.db.everywhere(async (sql) => {
    await sql.run(
      `insert into agent (workspace_id, id, email, name, role, languages, capacity, availability)
       select $1, gen_random_uuid(), n || '@crowd.example', 'Adviser ' || n, 'adviser',
              case n % 2 when 0 then array['fr'] else array['fr', 'en'] end, ($3::integer[])[1 + n % array_length($3::integer[], 1)],
              'available' from generate_series(1, $2) as n`,
      [relais.running.workspaceId, count, capacities],
    );
  });
  await keepConnected(relais);
}

/** Their consoles give a sign of life. */
export function keepConnected(relais: TestRelais): Promise<void> {
  return relais.db.everywhere(async (sql) => {
    await sql.run(
      `insert into presence as p (workspace_id, agent_id, socket_id, drafting, seen_at)
       select g.workspace_id, g.id, g.id, false, now() from agent as g where g.workspace_id = $1 and g.role = 'adviser'
        order by g.id
       on conflict (workspace_id, agent_id, socket_id) do update set seen_at = excluded.seen_at`,
      [relais.running.workspaceId],
    );
  });
}

/** So many comments of as many people, each a ticket of the care lane; every third in English. */
export async function givenComments(relais: TestRelais, count: number): Promise<void> {
  await relais.db.everywhere(async (sql) => {
    const { workspaceId } = relais.running;
    const accountId = await someAccount(sql, workspaceId);
    await sql.run(
      `with new as materialized (
         select n, gen_random_uuid() as person, gen_random_uuid() as identity, gen_random_uuid() as thread,
                gen_random_uuid() as ticket, now() + n * interval '1 second' as urgent
           from generate_series(1, $3) as n),
       persons as (insert into person (workspace_id, id, name) select $1, n.person, 'Person ' || n.n from new as n),
       identities as (
         insert into identity (workspace_id, id, person_id, network, scope, external_id, name, seen_at)
         select $1, n.identity, n.person, 'mastodon', '', n.identity::text, 'Person ' || n.n, now() from new as n),
       tickets as (
         insert into ticket (workspace_id, id, lane, lane_rule, person_id, identity_id, account_id, space, message_kind,
                             language, urgent_at, last_activity_at)
         select $1, n.ticket, 'care', 'topic', n.person, n.identity, $2, 'public', 'comment',
                case n.n % 3 when 0 then 'en' else 'fr' end, n.urgent, now() from new as n),
       threads as (
         insert into thread (workspace_id, id, account_id, key, space, identity_id, ticket_id, last_inbound_at, last_inbound_id)
         select $1, n.thread, $2, n.thread::text, 'public', n.identity, n.ticket, now(), '1' from new as n),
       held as (
         insert into ticket_thread (workspace_id, ticket_id, thread_id, open) select $1, n.ticket, n.thread, true from new as n)
       insert into message (workspace_id, id, thread_id, ticket_id, direction, kind, text, at, state, identity_id)
       select $1, gen_random_uuid(), n.thread, n.ticket, 'in', 'comment', 'Good morning', now(), 'received', n.identity
         from new as n`,
      [workspaceId, accountId, count],
    );
    // As autovacuum has done long ago where so many have come one by one.
    await sql.run('analyze');
  });
}

async function someAccount(sql: Sql, workspaceId: number): Promise<string> {
  const [app, account] = [newId(), newId()];
  await sql.run(
    `insert into app (workspace_id, id, family, key, settings_sealed) values ($1, $2, 'mastodon', $3, '')`,
    [workspaceId, app, app],
  );
  await sql.run(
    `insert into account (workspace_id, id, app_id, network, external_id, name, api_base, settings_sealed)
     values ($1, $2, $3, 'mastodon', $4, 'Northline', 'https://social.example', '')`,
    [workspaceId, account, app, account],
  );
  return account;
}
