import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '../build.mjs';

/** What the product itself reads and learns with, compiled for this one run. */
export async function withEngine(run) {
  const folder = mkdtempSync(join(tmpdir(), 'relais-understanding-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    if (!compile(folder)) throw new Error('The sources do not compile.');
    const names = ['features', 'head', 'train-head', 'teach', 'model-file', 'understand', 'default-topics'];
    const paths = [...names.map((name) => `understanding/${name}`), 'routing/route'];
    const parts = await Promise.all(
      paths.map((path) => import(pathToFileURL(join(folder, 'src/domain', `${path}.js`)).href)),
    );
    return await run(Object.assign({}, ...parts));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
