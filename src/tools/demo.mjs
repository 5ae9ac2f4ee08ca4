import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { onStop } from './server.mjs';

checkNode();
if (!build()) process.exit(1);

const { Demo } = await import(pathToFileURL(join(root, 'dist/src/demo/demo.js')));
const demo = new Demo({
  isFresh: process.argv.includes('--fresh'),
  environment: process.env,
  onEnd: (code) => process.exit(code),
});
onStop(() => demo.stop());
try {
  await demo.start();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
