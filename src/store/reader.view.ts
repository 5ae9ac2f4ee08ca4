import type { Sql } from './sql.js';

/** What views are read through: one snapshot for all of them, and no way to change anything. `Database` is one. */
export abstract class Reader {
  abstract read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}
