import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody counts as gone, and how freely people choose; and how each choice was made. */
export class RoutingSettings1795621056000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`alter table routing_book add column settings jsonb not null default '{}'`);
    await run.query('alter table assignment add column passed_over integer');
    await run.query(
      'create index assignment_picked on assignment (workspace_id, agent_id, started_at) where passed_over is not null',
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index assignment_picked');
    await run.query('alter table assignment drop column passed_over');
    await run.query('alter table routing_book drop column settings');
  }
}
