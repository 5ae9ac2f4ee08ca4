import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Site } from './http/site.js';
import type { Settings } from './platform/config/settings.js';
import { runProcess } from './run-process.js';

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function siteOf({ metrics }: Settings): Promise<Site> {
  const { version }: { version: string } = JSON.parse(await readFile(built('../../package.json'), 'utf8'));
  return new Site({
    version,
    demo: null,
    webFolder: built('../web'),
    openApiFile: built('./http/openapi.json'),
    metricsToken: metrics.token,
  });
}

/** To whoever looks on, in plain words; the log has it for machines, without the link, which is a secret. */
function tell({ publicUrl, setUpUrl }: { readonly publicUrl: string; readonly setUpUrl: string | null }): void {
  const lines = [
    `Relais is ready: ${publicUrl}`,
    ...(setUpUrl === null
      ? []
      : ['', 'Open this link to set it up. It works once, for 24 hours; a restart prints another.', setUpUrl]),
  ];
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
}

await runProcess({ site: siteOf, ready: tell });
