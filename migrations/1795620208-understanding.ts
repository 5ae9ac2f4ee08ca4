import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What texts are understood with, and what agents taught it. */
export class Understanding1795620208000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table topic drop column examples');
    await run.query('drop table lesson, learning, model');
  }
}

const statements = [
  // Every version is kept whole: to go back is to name another one.
  `create table model (
    workspace_id integer not null references workspace,
    version integer not null,
    bytes bytea not null,
    state text not null,
    why text,
    lessons integer not null,
    judged jsonb,
    made_at timestamptz not null,
    primary key (workspace_id, version))`,
  // Running 0 is the model in the program itself: workspaces that are older than models.
  `create table learning (
    workspace_id integer not null references workspace,
    running integer not null default 0,
    due_at timestamptz,
    primary key (workspace_id))`,
  `create table lesson (
    workspace_id integer not null,
    id uuid not null,
    ticket_id uuid not null,
    message_id uuid not null,
    agent_id uuid not null,
    question text not null,
    label text not null,
    said text,
    confidence real not null,
    corrects boolean not null,
    at timestamptz not null,
    verdict text,
    judged_by uuid,
    primary key (workspace_id, id),
    constraint lesson_of_agent unique (workspace_id, ticket_id, question, agent_id),
    constraint lesson_ticket foreign key (workspace_id, ticket_id) references ticket (workspace_id, id),
    constraint lesson_message foreign key (workspace_id, message_id) references message (workspace_id, id),
    constraint lesson_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id))`,
  'create index lesson_by_time on lesson (workspace_id, at)',
  `alter table topic add column examples text[] not null default '{}'`,
];
