import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const parentCheckMs = 500;

/** Young objects get 8 MB and not 16: about 40 MB less for a process that idles. */
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=8'];
/** The C library gives large blocks back when they are freed. By itself it keeps what passwords were hashed in: 140 MB. */
const thrifty = { MALLOC_MMAP_THRESHOLD_: '262144' };

/** Starts the built server. It stops when this process ends, whatever ends it: the channel between the two closes. */
export function startServer(environment = process.env) {
  return spawn(process.execPath, [...nodeFlags, join(root, 'dist/src/main.js')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...thrifty, ...environment },
  });
}

/** Calls back once, when this process is asked to stop. */
export function onStop(stop) {
  const parent = process.ppid;
  // npm does not hand on a SIGTERM: it dies, and we are adopted by someone else.
  const watch = setInterval(() => process.ppid !== parent && once(), parentCheckMs).unref();
  let called = false;
  const once = () => {
    clearInterval(watch);
    if (!called) stop();
    called = true;
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
  process.on('SIGHUP', once);
}
