/**
 * What nobody can beat without sharing commits: rows of the size of a webhook, each committed by itself, over eight
 * connections. Rows a second.
 */
export async function commitFloor(pool, milliseconds) {
  const until = performance.now() + milliseconds;
  const body = Buffer.alloc(300, 'x');
  let committed = 0;
  const one = async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      await client.query({ name: 'floor', text: 'insert into bench_floor (body) values ($1)', values: [body] });
      committed += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return committed / (milliseconds / 1000);
}

export async function floorTable(pool) {
  await pool.query(
    'create table if not exists bench_floor (id bigint generated always as identity primary key, body bytea)',
  );
}
