import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { checkNode } from './check-node.mjs';

/** Everything that must pass: the build, then each test there is, then one line that counts them. */
const browserTests = 'test/e2e/playwright.config.ts';

const suites = [
  {
    runs: true,
    report: 'dist/report/jest.json',
    args: (report) => [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--config=config/jest.config.mjs',
      '--json',
      `--outputFile=${report}`,
    ],
    count: ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
    }),
  },
  {
    runs: existsSync(join(root, browserTests)),
    report: 'dist/report/playwright.json',
    args: () => ['node_modules/@playwright/test/cli.js', 'test', `--config=${browserTests}`, '--reporter=line,json'],
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
];

function runSuite({ report, args, count }) {
  rmSync(join(root, report), { force: true });
  const { status } = spawnSync(process.execPath, args(report), {
    cwd: root,
    // The reports go to files, and Jest's copy of its own on standard output is of no use to anyone.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, report) },
  });
  const counted = existsSync(join(root, report)) ? count(JSON.parse(readFileSync(join(root, report), 'utf8'))) : null;
  // A run that broke off before its report, or failed without a failing test, is a failure too.
  const { passed = 0, failed = 1 } = counted ?? {};
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

checkNode();
if (!build({ everything: true })) process.exit(1);
mkdirSync(join(root, 'dist/report'), { recursive: true });
const results = suites.filter(({ runs }) => runs).map(runSuite);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
