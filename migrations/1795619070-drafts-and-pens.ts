import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written and not sent yet, and who has the pen. */
export class DraftsAndPens1795619070000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table presence drop column idle');
    await run.query('drop table pen, draft_revision, draft');
  }
}

const statements = [
  `create table draft (
    workspace_id integer not null,
    id uuid not null,
    ticket_id uuid not null,
    author_id uuid not null,
    mode text not null,
    version integer not null default 1,
    revision integer not null default 1,
    text text not null,
    line text,
    language text,
    thread_id uuid,
    account_id uuid,
    file_ids uuid[] not null default '{}',
    shared boolean not null default false,
    shown_to uuid[] not null default '{}',
    moved_from uuid,
    changed_at timestamptz not null,
    ended_as text,
    primary key (workspace_id, id),
    constraint draft_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id),
    constraint draft_author foreign key (workspace_id, author_id) references agent (workspace_id, id))`,
  // One for each writer and kind on a ticket; two who begin one at once find each other.
  `create unique index draft_open on draft (workspace_id, ticket_id, author_id, mode) where ended_as is null`,
  `create index draft_of_author on draft (workspace_id, author_id) where ended_as is null`,
  `create index draft_ended on draft (changed_at) where ended_as is not null`,
  `create table draft_revision (
    workspace_id integer not null,
    draft_id uuid not null,
    revision integer not null,
    text text not null,
    line text,
    file_ids uuid[] not null,
    at timestamptz not null,
    primary key (workspace_id, draft_id, revision),
    constraint draft_revision_draft foreign key (workspace_id, draft_id) references draft (workspace_id, id)
      on delete cascade)`,
  // Of no use a minute later: a crash may empty it.
  `create unlogged table pen (
    workspace_id integer not null,
    ticket_id uuid not null,
    agent_id uuid not null,
    until timestamptz not null,
    asked_by uuid,
    asked_until timestamptz,
    primary key (workspace_id, ticket_id))`,
  'alter table presence add column idle boolean not null default false',
];
