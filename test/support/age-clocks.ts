import type { TestRelais } from './relais.js';

interface Ageing {
  readonly minutes: number;
  /** Whoever has the ticket has had it all the time. */
  readonly held: boolean;
}

/** As if the clocks of a ticket had begun so many minutes earlier. Timers go by the database's clock, which no test turns. */
export async function ageClocks(relais: TestRelais, ticketId: string, { minutes, held }: Ageing): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - make_interval(mins => $2)`;
  await relais.db.everywhere(async (sql) => {
    const values = [ticketId, minutes];
    await sql.run(
      `update clock set ${earlier('started_at')}, ${earlier('due_at')} where ticket_id = $1 and state = 'running'`,
      values,
    );
    await sql.run(
      `update clock_ledger set ${earlier('noted_at')} where clock_id in (select id from clock where ticket_id = $1)`,
      values,
    );
    if (held) await sql.run(`update assignment set ${earlier('started_at')} where ticket_id = $1`, values);
    await sql.run(`update sla_timer set ${earlier('due_at')} where ticket_id = $1`, values);
  });
}
