import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reply may wait for an instant: ten seconds, to be taken back in, or until tomorrow morning. */
export class ScheduledReplies1764300000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`alter table message
      add column scheduled_at timestamptz,
      add column unless_answered boolean not null default false`);
    await run.query(
      `create index message_scheduled on message (scheduled_at) where state = 'queued' and scheduled_at is not null`,
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index message_scheduled');
    await run.query('alter table message drop column scheduled_at, drop column unless_answered');
  }
}
