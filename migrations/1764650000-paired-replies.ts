import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A public line that goes only when the private message it belongs to has been accepted. */
export class PairedReplies1764650000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('alter table message add column after_message_id uuid');
    await run.query(
      'create index message_after on message (workspace_id, after_message_id) where after_message_id is not null',
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index message_after');
    await run.query('alter table message drop column after_message_id');
  }
}
