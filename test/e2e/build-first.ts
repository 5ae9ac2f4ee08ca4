import { spawnSync } from 'node:child_process';

/** What is tested is what is shipped: the built console on the built server. */
export function buildFirst(): void {
  const lines = "import { build } from './src/tools/build.mjs'; process.exitCode = build() ? 0 : 1;";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', lines], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}
