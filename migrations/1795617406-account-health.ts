import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator asks of an account: how much of its rate is used, how late news come. */
export class AccountHealth1795617406000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      'alter table account add column used_percent smallint, add column used_at timestamptz, add column delay_ms integer',
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table account drop column used_percent, drop column used_at, drop column delay_ms');
  }
}
