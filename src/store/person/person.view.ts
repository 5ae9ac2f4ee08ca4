import type { Actor, PersonPage } from '../../contract/index.js';
import type { Sql } from '../sql.js';
import { seesTicketSql } from '../team/sight.js';
import { PersonJoinStore } from './person-join.store.js';

/** The name that somebody chose on a network, without its sign and its server. */
const handleOf = (alias: string): string => `split_part(ltrim(lower(${alias}.handle), '@'), '@', 1)`;

type Identities = PersonPage['identities'];
type Suggestions = PersonPage['suggestions'];
type JoinRecord = Omit<PersonPage['joins'][number], 'at' | 'by'> & { at: Date; agentId: string; agentName: string };

/** Who somebody is on which network, and who else they might be; null when there is no such person. */
export async function personPage(sql: Sql, workspaceId: number, personId: string): Promise<PersonPage | null> {
  const values = [workspaceId, personId];
  const person = await sql.maybe<{ id: string; name: string; vip: boolean }>(
    'select p.id, p.name, p.vip from person as p where p.workspace_id = $1 and p.id = $2',
    values,
  );
  if (!person) return null;
  const identities = await sql.many<Identities[number]>(
    `select i.id, i.network, i.name, i.handle, i.avatar_url as "avatarUrl", i.profile_url as "profileUrl", i.followers,
            exists (select 1 from person_join as j where j.workspace_id = i.workspace_id and j.into_id = i.person_id
              and j.undone_at is null and i.id = any(j.identity_ids)) as joined
       from identity as i where i.workspace_id = $1 and i.person_id = $2 order by i.id`,
    values,
  );
  const joins = await sql.many<JoinRecord>(
    `select j.id, p.name, j.at, g.id as "agentId", g.name as "agentName", j.identity_ids as "identityIds"
       from person_join as j
       join person as p on p.workspace_id = j.workspace_id and p.id = j.from_id
       join agent as g on g.workspace_id = j.workspace_id and g.id = j.agent_id
      where j.workspace_id = $1 and j.into_id = $2 and j.undone_at is null order by j.at, j.id`,
    values,
  );
  return {
    ...person,
    identities,
    suggestions: await suggestions(sql, workspaceId, personId),
    joins: joins.map(({ at, agentId, agentName, ...join }) => ({
      ...join,
      at: at.toISOString(),
      by: { id: agentId, name: agentName },
    })),
  };
}

/** The same name or the same handle elsewhere; both together make it likely. A first name alone says nothing. */
function suggestions(sql: Sql, workspaceId: number, personId: string): Promise<Suggestions> {
  return sql.many<Suggestions[number]>(
    `with mine as (
       select i.network, i.scope, lower(i.name) as name, ${handleOf('i')} as handle from identity as i
        where i.workspace_id = $1 and i.person_id = $2 and not i.is_bot),
     alike as (
       select o.person_id, o.id, true as by_handle, false as by_name from mine as m
         join identity as o on o.workspace_id = $1 and ${handleOf('o')} = m.handle and o.handle is not null
        where length(m.handle) >= 3
       union all
       select o.person_id, o.id, false, true from mine as m
         join identity as o on o.workspace_id = $1 and lower(o.name) = m.name and o.name <> ''
        where m.name like '% %')
     select p.id as "personId", p.name, min(o.network) as network, min(o.handle) as handle,
            bool_or(a.by_handle) as "sameHandle", bool_or(a.by_name) as "sameName",
            case when bool_or(a.by_handle) and bool_or(a.by_name) then 'likely' else 'suggested' end as confidence
       from alike as a
       join identity as o on o.workspace_id = $1 and o.id = a.id and not o.is_bot
       join person as p on p.workspace_id = $1 and p.id = a.person_id
      where p.id <> $2
        and not exists (select 1 from mine as m where m.network = o.network and m.scope = o.scope)
        and not exists (select 1 from person_apart as x where x.workspace_id = $1
          and x.one_id = least(p.id, $2::uuid) and x.other_id = greatest(p.id, $2::uuid))
      group by p.id, p.name
      order by (bool_or(a.by_handle) and bool_or(a.by_name)) desc, p.id limit 10`,
    [workspaceId, personId],
  );
}

/** As above, for somebody who sees one of their tickets at least. */
export async function seenPerson(
  sql: Sql,
  { workspaceId, id: agentId, role }: Actor & { readonly workspaceId: number },
  personId: string,
): Promise<PersonPage | null> {
  const who = { sees: seesTicketSql(role), agentId };
  const seen = await new PersonJoinStore(sql, workspaceId).inSight(personId, who);
  return seen ? personPage(sql, workspaceId, personId) : null;
}
