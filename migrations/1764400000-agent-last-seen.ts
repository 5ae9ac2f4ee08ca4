import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has been away for long must not hold tickets that they have not even looked at. */
export class AgentLastSeen1764400000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('alter table agent add column last_seen_at timestamptz');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table agent drop column last_seen_at');
  }
}
