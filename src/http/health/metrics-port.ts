import { createServer, type Server } from 'node:http';
import type { Log } from '../../platform/log.js';
import type { Figures } from './figures.js';

/** Serves the figures, and nothing else, on a port that need not be open to the world. */
export function openMetricsPort(
  figures: Figures,
  { port, host, log }: { port: number; host: string; log: Log },
): Server {
  const server = createServer((_request, response) => {
    figures.text().then(
      (text) => response.writeHead(200, { 'content-type': figures.contentType }).end(text),
      (error: unknown) => {
        log.error({ error }, 'The figures could not be read.');
        response.writeHead(500).end();
      },
    );
  });
  return server.listen(port, host);
}
