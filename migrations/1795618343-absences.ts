import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who will be away, and who does their work meanwhile. */
export class Absences1795618343000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of statements) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table absence');
  }
}

const statements = [
  `create table absence (
    workspace_id integer not null,
    id uuid not null,
    agent_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    reason text not null,
    stand_in_id uuid,
    open_work text not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    begun_at timestamptz,
    ended_at timestamptz,
    primary key (workspace_id, id),
    constraint absence_agent foreign key (workspace_id, agent_id) references agent (workspace_id, id),
    constraint absence_stand_in foreign key (workspace_id, stand_in_id) references agent (workspace_id, id),
    constraint absence_times check (from_at < until_at))`,
  'create index absence_running on absence (workspace_id, agent_id, from_at) where ended_at is null',
  'create index absence_to_begin on absence (from_at) where begun_at is null and ended_at is null',
];
