import { spawnSync } from 'node:child_process';
import { root } from '../build.mjs';

/** The proof of test/integration/assignment-processes at its full size: it runs the server that was built last. */
const size = { ASSIGN_TICKETS: '10000', ASSIGN_PEOPLE: '200' };
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const which = ['-c', 'config/jest.config.mjs', '--selectProjects', 'integration'];
const { status } = spawnSync(process.execPath, [...jest, ...which, '--testPathPatterns', 'assignment-processes'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...size, ...process.env },
});
process.exitCode = status ?? 1;
