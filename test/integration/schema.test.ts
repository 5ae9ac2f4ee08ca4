import { dataSourceOf } from '../../src/store/data-source.js';
import { dropDatabase, freshDatabase } from '../support/postgres.js';

jest.setTimeout(60_000);

/** Every column, index and constraint of our schema, as the database itself describes them. */
const described = `
  select 'column' as kind, c.table_name || '.' || c.column_name as name,
         concat_ws(' ', c.data_type, c.is_nullable, c.column_default) as what
    from information_schema.columns as c where c.table_schema = 'public'
  union all
  select 'index', i.indexname, i.indexdef from pg_indexes as i where i.schemaname = 'public'
  union all
  select 'constraint', k.conname, pg_get_constraintdef(k.oid) from pg_constraint as k
   where k.connamespace = 'public'::regnamespace
  order by 1, 2, 3`;

it('comes back exactly as it was when every migration is undone and made again', async () => {
  const options = await freshDatabase();
  const source = await dataSourceOf(options).initialize();
  try {
    const before: unknown[] = await source.query(described);
    expect(before.length).toBeGreaterThan(100);
    for (const _migration of source.migrations) await source.undoLastMigration();
    const left: { name: string }[] = await source.query(described);
    expect(left.map(({ name }) => name).filter((name) => !name.startsWith('migrations'))).not.toContainEqual(
      expect.stringMatching(/^(ticket|message|feed)/),
    );
    await source.runMigrations();
    expect(await source.query(described)).toEqual(before);
  } finally {
    await source.destroy();
    await dropDatabase(options);
  }
});

it('starts every key of a workspace’s table with the workspace', async () => {
  const options = await freshDatabase();
  const source = await dataSourceOf(options).initialize();
  try {
    const keys: { table: string; first: string }[] = await source.query(
      `select t.relname as "table", a.attname as first from pg_index as i
         join pg_class as t on t.oid = i.indrelid
         join pg_attribute as a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where i.indisprimary and t.relnamespace = 'public'::regnamespace
          and exists (select 1 from pg_attribute as w where w.attrelid = t.oid and w.attname = 'workspace_id')`,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter(({ first }) => first !== 'workspace_id')).toEqual([]);
  } finally {
    await source.destroy();
    await dropDatabase(options);
  }
});
