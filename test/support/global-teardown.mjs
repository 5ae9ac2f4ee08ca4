import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { home, compiled, postgres } = globalThis.relaisTests;
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
  rmSync(compiled, { recursive: true, force: true });
}
