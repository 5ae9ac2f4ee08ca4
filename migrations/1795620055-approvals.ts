import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies that somebody else reads before they go, and the rules that say which. */
export class Approvals1795620055000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table ticket drop column approver_ids, drop column approval');
    await run.query('alter table agent drop column in_training');
    await run.query('drop table approval, approval_rule');
  }
}

const statements = [
  `create table approval_rule (
    workspace_id integer not null references workspace,
    revision integer not null,
    rules jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    primary key (workspace_id, revision),
    constraint approval_rule_by foreign key (workspace_id, saved_by) references agent (workspace_id, id))`,
  `create table approval (
    workspace_id integer not null,
    message_id uuid not null,
    state text not null default 'pending',
    rule_name text not null,
    because text[] not null,
    approvers jsonb not null,
    needed integer not null,
    approver_ids uuid[] not null,
    approved_by uuid[] not null default '{}',
    submitted_at timestamptz not null,
    submitted_text text not null,
    held_since timestamptz,
    late_at timestamptz,
    missed_at timestamptz,
    advice text,
    decided_by uuid,
    decided_at timestamptz,
    primary key (workspace_id, message_id),
    constraint approval_message foreign key (workspace_id, message_id) references message (workspace_id, id) on delete cascade,
    constraint approval_decider foreign key (workspace_id, decided_by) references agent (workspace_id, id))`,
  `create index approval_pending on approval (message_id) where state = 'pending'`,
  'create index approval_decided on approval (workspace_id, decided_at) where decided_at is not null',
  `alter table ticket add column approver_ids uuid[] not null default '{}', add column approval text`,
  'alter table agent add column in_training boolean not null default false',
];
