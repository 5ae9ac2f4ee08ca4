import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due within minutes is found by its deadline: in the order of urgency it stands behind all that is late. */
export class ListsByDeadline1795618993000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query("create index ticket_due on ticket (workspace_id, due_at) where state in ('new', 'open')");
    await run.query("create index ticket_window on ticket (workspace_id, window_at) where state in ('new', 'open')");
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index ticket_window');
    await run.query('drop index ticket_due');
  }
}
