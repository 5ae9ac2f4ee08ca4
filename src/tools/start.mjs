import { build } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { onStop, startServer } from './server.mjs';

checkNode();
if (!build()) process.exit(1);

const server = startServer();
onStop(() => server.kill('SIGTERM'));
server.on('exit', (code, signal) => {
  process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1));
});
