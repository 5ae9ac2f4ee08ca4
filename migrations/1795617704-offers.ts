import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that somebody is asked to accept before it is theirs. */
export class Offers1795617704000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table offer');
    await run.query('alter table ticket drop column offered_to');
    await run.query('alter table team drop column offer_seconds');
  }
}

const statements = [
  // Null: what they are given is theirs at once.
  'alter table team add column offer_seconds integer',
  // Beside the offer itself: whoever waits for the row of a ticket sees its newest version, but no newer row of another table.
  'alter table ticket add column offered_to uuid',
  'create index ticket_offered on ticket (workspace_id, offered_to) where offered_to is not null',
  `create table offer (
    workspace_id integer not null,
    id uuid not null,
    ticket_id uuid not null,
    agent_id uuid not null,
    reason jsonb not null default '{}',
    made_at timestamptz not null default now(),
    ends_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    leased_until timestamptz,
    primary key (workspace_id, id),
    constraint offer_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id),
    constraint offer_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  'create unique index offer_one_open on offer (workspace_id, ticket_id) where ended_at is null',
  'create index offer_of_agent on offer (workspace_id, agent_id) where ended_at is null',
  'create index offer_of_ticket on offer (workspace_id, ticket_id)',
  'create index offer_due on offer (ends_at) where ended_at is null',
];
