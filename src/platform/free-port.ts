import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on just now. Needed where the own address must be known before one listens. */
export async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
