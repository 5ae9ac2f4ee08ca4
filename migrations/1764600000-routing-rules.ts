import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decides where a ticket goes and who may have it: rules as whole lists, teams that push or pull, skills. */
export class RoutingRules1764600000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index ticket_created');
    await run.query(
      'alter table ticket drop column tags, drop column skills, drop column route, drop column held, drop column tray_at',
    );
    await run.query('alter table agent drop column skills, drop column shift_id');
    await run.query('alter table team drop column mode, drop column neighbour_id');
    await run.query('drop table routing_rule, routing_book');
  }
}

const statements = [
  // Each part has a revision of its own: whoever changes teams is no hindrance to whoever changes rules.
  `create table routing_book (
    workspace_id integer not null references workspace,
    rules_revision integer not null default 0,
    teams_revision integer not null default 0,
    topics_revision integer not null default 0,
    primary key (workspace_id))`,
  // A list is kept whole, and kept for good: an earlier one can be looked at and put back.
  `create table routing_rule (
    workspace_id integer not null references workspace,
    revision integer not null,
    rules jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    primary key (workspace_id, revision))`,
  `alter table team add column mode text not null default 'push', add column neighbour_id uuid`,
  `alter table agent add column skills jsonb not null default '{}', add column shift_id uuid`,
  `alter table ticket
    add column tags text[] not null default '{}',
    add column skills jsonb not null default '[]',
    add column route jsonb not null default '[]',
    add column held boolean not null default false,
    add column tray_at timestamptz`,
  'create index ticket_created on ticket (workspace_id, created_at, id)',
];
