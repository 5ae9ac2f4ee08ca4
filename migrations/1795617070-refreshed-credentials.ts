import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an account's credentials must be refreshed, who is at it, and when that was done last. */
export class RefreshedCredentials1795617070000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      'alter table account add column refresh_at timestamptz, add column refresh_until timestamptz, add column refreshed_at timestamptz',
    );
    await run.query('create index account_to_refresh on account (refresh_at) where refresh_at is not null');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index account_to_refresh');
    await run.query('alter table account drop column refresh_at, drop column refresh_until, drop column refreshed_at');
  }
}
