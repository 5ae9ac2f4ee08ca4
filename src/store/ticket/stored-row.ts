import type { Sql } from '../sql.js';

/** A whole row as it stood, by the names of its columns. */
export type StoredRow = Readonly<Record<string, unknown>>;

const name = /^[a-z_]+$/;

/** Puts a row back as it was. A column that the table has gained since keeps its value. */
export async function putRowBack(sql: Sql, table: 'clock' | 'ticket', row: StoredRow): Promise<void> {
  const columns = Object.keys(row).filter((column) => name.test(column) && !['workspace_id', 'id'].includes(column));
  const list = columns.join(', ');
  await sql.run(
    `update ${table} as t set (${list}) = (select ${columns.map((column) => `r.${column}`).join(', ')}
       from jsonb_populate_record(null::${table}, $1) as r)
      where t.workspace_id = ($1::jsonb ->> 'workspace_id')::int and t.id = ($1::jsonb ->> 'id')::uuid`,
    [JSON.stringify(row)],
  );
}
