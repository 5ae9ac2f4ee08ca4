import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody is called outside their hours, and which accounts they may work on. */
export class OnCallAndReach1795618870000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`alter table agent add column on_call_id uuid, add column reach jsonb not null default '{}'`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table agent drop column on_call_id, drop column reach');
  }
}
