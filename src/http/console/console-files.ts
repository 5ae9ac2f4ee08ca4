import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';

/** What is not the console's: unknown addresses below are answered as what they are. */
const notConsole = /^\/(api|hooks|oauth|socket\.io|healthz|readyz|metrics)(\/|$)/;

const page = 'index.html';

/** The built console: files with a hash in their name for ever, the page itself always asked for anew. */
export function consoleFiles(folder: string) {
  const files = express.static(folder, { index: false, redirect: false, setHeaders: keep });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (notConsole.test(request.path) || !['GET', 'HEAD'].includes(request.method)) next();
    else files(request, response, () => (wantsPage(request) ? sendPage(folder, response) : next()));
  };
}

function keep(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  const hashed = /[/\\]assets[/\\]/.test(path);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** A screen of the console has an address of its own, and no file. */
function wantsPage(request: Request): boolean {
  return request.accepts(['html', 'json']) === 'html' && !/\.\w{1,8}$/.test(request.path);
}

function sendPage(folder: string, response: Response): void {
  response.set('Cache-Control', 'no-cache');
  // By its folder: a path of its own would be refused when any folder above begins with a dot.
  if (existsSync(join(folder, page))) response.sendFile(page, { root: folder });
  else response.status(404).type('text').send('The console has not been built: run npm run build.');
}
