import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { build, root } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { onStop, startServer } from './server.mjs';

const settleMs = 150;
const port = process.env.RELAIS_PORT || '3000';

checkNode();
let server = null;
let stopping = false;
let timer = null;

/** A build that fails leaves the last good server running. */
function restart() {
  if (!build()) return;
  if (!server) return start();
  server.once('exit', start);
  server.kill('SIGTERM');
}

function start() {
  if (stopping) return process.exit(0);
  server = startServer();
  server.once('exit', () => {
    server = null;
    if (stopping) process.exit(0);
  });
}

function onChange(_event, name) {
  if (name?.endsWith('.test.ts')) return;
  clearTimeout(timer);
  timer = setTimeout(restart, settleMs);
}

restart();
for (const folder of ['src', 'migrations']) watch(join(root, folder), { recursive: true }, onChange);

if (existsSync(join(root, 'web/index.html'))) {
  const target = `http://127.0.0.1:${port}`;
  const routes = ['/api', '/hooks', '/oauth', '/health'].map((path) => [path, { target }]);
  const proxy = { ...Object.fromEntries(routes), '/socket.io': { target, ws: true } };
  const vite = await createServer({ root: join(root, 'web'), server: { proxy } });
  await vite.listen();
  vite.printUrls();
}

onStop(() => {
  stopping = true;
  if (server) server.kill('SIGTERM');
  else process.exit(0);
});
