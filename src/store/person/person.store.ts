import type { Author } from '../../domain/message/inbound-event.js';
import type { Sql } from '../sql.js';

export interface Identity {
  readonly id: string;
  readonly personId: string;
}

/** Whose id it is: networks differ in whether ids are their own or one account's. */
export interface IdentityPlace {
  readonly network: string;
  readonly scope: string;
}

interface NewIds {
  readonly identityId: string;
  readonly personId: string;
  readonly seenAt: Date;
  readonly join?: boolean;
}

/** Name, handle, picture, page and followers, as far as the author tells them. */
function told(author: Author): unknown[] {
  const { name, handle = null, avatarUrl = null, profileUrl = null, followers = null } = author;
  return [name, handle, avatarUrl, profileUrl, followers];
}

export class PersonStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /**
   * The identity of an author, with its person; both made if they are new (`ids`), else brought up to date by
   * whatever this author tells. `join`: the person exists, and a new identity is theirs.
   */
  async identify(place: IdentityPlace, author: Author, ids: NewIds): Promise<Identity> {
    const known = await this.refresh(place, author, ids.seenAt);
    if (known) return known;
    if (!ids.join) await this.addPerson(ids.personId, author);
    const added = await this.addIdentity(place, author, ids);
    if (added) return added;
    // Another transaction was first: its row is there now, and our person is of no use to anybody.
    if (!ids.join) await this.removePerson(ids.personId);
    const first = await this.refresh(place, author, ids.seenAt);
    if (!first) throw new Error('an identity that exists could not be read');
    return first;
  }

  private addIdentity(place: IdentityPlace, author: Author, ids: NewIds): Promise<Identity | null> {
    return this.sql.maybe<Identity>(
      `insert into identity as i (workspace_id, id, person_id, network, scope, external_id, name, handle, avatar_url,
         profile_url, followers, is_bot, seen_at)
       values ($1, $2, $3, $4, $5, $11, $6, $7, $8, $9, $10, $12, $13)
       on conflict (workspace_id, network, scope, external_id) do nothing
       returning i.id, i.person_id as "personId"`,
      [
        this.workspaceId,
        ids.identityId,
        ids.personId,
        place.network,
        place.scope,
        ...told(author),
        author.id,
        author.isBot ?? false,
        ids.seenAt,
      ],
    );
  }

  /** Known by another id from now on; one who is known by both already stays two. */
  async rename(place: IdentityPlace, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
    await this.sql.run(
      `update identity as i set external_id = $5
        where i.workspace_id = $1 and i.network = $2 and i.scope = $3 and i.external_id = $4
          and not exists (select 1 from identity as other where other.workspace_id = i.workspace_id
            and other.network = i.network and other.scope = i.scope and other.external_id = $5)`,
      [this.workspaceId, place.network, place.scope, from, to],
    );
  }

  private async removePerson(id: string): Promise<void> {
    await this.sql.run('delete from person as p where p.workspace_id = $1 and p.id = $2', [this.workspaceId, id]);
  }

  private refresh(place: IdentityPlace, author: Author, seenAt: Date): Promise<Identity | null> {
    return this.sql.maybe<Identity>(
      `with fresh as (
         update identity as i set
           name = case when $5 = '' then i.name else $5 end, handle = coalesce($6, i.handle),
           avatar_url = coalesce($7, i.avatar_url), profile_url = coalesce($8, i.profile_url),
           followers = coalesce($9, i.followers), seen_at = greatest(i.seen_at, $10)
          where i.workspace_id = $1 and i.network = $2 and i.scope = $3 and i.external_id = $4
         returning i.id, i.person_id),
       named as (
         update person as p set name = $5 from fresh as f
          where p.workspace_id = $1 and p.id = f.person_id and p.name = '' and $5 <> '')
       select f.id, f.person_id as "personId" from fresh as f`,
      [this.workspaceId, place.network, place.scope, author.id, ...told(author), seenAt],
    );
  }

  private async addPerson(id: string, author: Author): Promise<void> {
    await this.sql.run('insert into person (workspace_id, id, name, language) values ($1, $2, $3, $4)', [
      this.workspaceId,
      id,
      author.name,
      author.language ?? null,
    ]);
  }

  async personOf(identityId: string): Promise<string | null> {
    const row = await this.sql.maybe<{ id: string }>(
      'select i.person_id as id from identity as i where i.workspace_id = $1 and i.id = $2',
      [this.workspaceId, identityId],
    );
    return row?.id ?? null;
  }

  /** What a send needs to address an identity. */
  address(identityId: string): Promise<{ id: string; handle: string | null } | null> {
    return this.sql.maybe(
      `select i.external_id as id, i.handle from identity as i where i.workspace_id = $1 and i.id = $2`,
      [this.workspaceId, identityId],
    );
  }

  /** The tickets of a person that are not closed. */
  async openTickets(personId: string): Promise<string[]> {
    const rows = await this.sql.many<{ id: string }>(
      `select t.id from ticket as t where t.workspace_id = $1 and t.person_id = $2 and t.state <> 'closed'`,
      [this.workspaceId, personId],
    );
    return rows.map(({ id }) => id);
  }
}
