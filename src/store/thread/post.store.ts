import type { PostRef } from '../../domain/message/inbound-event.js';
import type { Sql } from '../sql.js';

export class PostStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  /** The post, with whatever is told of it now added to what was known. `changed`: a post we had says something new. */
  see(accountId: string, id: string, post: PostRef): Promise<{ id: string; changed: boolean }> {
    const author = post.by === undefined || post.by === 'us' ? null : post.by.name;
    return this.sql.one<{ id: string; changed: boolean }>(
      `with known as (
         select p.* from post as p where p.workspace_id = $1 and p.account_id = $3 and p.external_id = $4),
       put as (
         insert into post as p (workspace_id, id, account_id, external_id, author_name, ours, text, permalink, image_url, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (workspace_id, account_id, external_id) do update set
           author_name = coalesce(excluded.author_name, p.author_name), ours = p.ours or excluded.ours,
           text = coalesce(excluded.text, p.text), permalink = coalesce(excluded.permalink, p.permalink),
           image_url = coalesce(excluded.image_url, p.image_url), at = coalesce(p.at, excluded.at)
         returning p.*)
       select put.id, exists (select 1 from known where (known.author_name, known.ours, known.text, known.permalink,
           known.image_url, known.at) is distinct from (put.author_name, put.ours, put.text, put.permalink,
           put.image_url, put.at)) as changed
         from put`,
      [
        this.workspaceId,
        id,
        accountId,
        post.id,
        author,
        post.by === 'us',
        post.text ?? null,
        post.permalink ?? null,
        post.imageUrl ?? null,
        post.at ?? null,
      ],
    );
  }

  /** The threads under a post that have a ticket, with a new version each: what their page shows has changed. */
  touchThreads(postId: string): Promise<{ id: string; ticketId: string }[]> {
    return this.sql.many(
      `update thread as th set version = th.version + 1
        where th.workspace_id = $1 and th.post_id = $2 and th.ticket_id is not null
       returning th.id, th.ticket_id as "ticketId"`,
      [this.workspaceId, postId],
    );
  }

  /** Gone at the network; the threads under it stay. Null when we do not know it, or knew already. */
  async gone(accountId: string, externalId: string, at: Date): Promise<string | null> {
    const row = await this.sql.maybe<{ id: string }>(
      `update post as p set deleted_at = $4
        where p.workspace_id = $1 and p.account_id = $2 and p.external_id = $3 and p.deleted_at is null returning p.id`,
      [this.workspaceId, accountId, externalId, at],
    );
    return row?.id ?? null;
  }
}
