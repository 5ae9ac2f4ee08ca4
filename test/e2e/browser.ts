import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Browser {
  readonly executablePath?: string;
  readonly args: string[];
  readonly env?: Record<string, string>;
}

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

// Root may not have a sandbox of its own; and nothing here may call home.
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** The browser that tests drive: the one that is named, one that is installed, else the one that came with npm. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['RELAIS_BROWSER'];
  const found = named ?? installed[process.platform]?.find((path) => existsSync(path));
  if (found !== undefined && found !== '') return { executablePath: found, args };
  return process.platform === 'linux' && process.arch === 'x64' ? bundled() : { args };
}

/** It unpacks itself and the libraries that a bare system lacks, once, into the folder for temporary files. */
async function bundled(): Promise<Browser> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const build = dirname(createRequire(resolve('package.json')).resolve('@sparticuz/chromium'));
  await inflate(join(build, '..', 'bin', 'al2023.tar.br'));
  const env: Record<string, string> = {
    LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'),
    FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
  };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] ??= value;
  return { executablePath, args, env };
}
