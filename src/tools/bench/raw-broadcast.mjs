import { WebSocketServer } from 'ws';

/** The floor of the live channel: the same events to the same number of sockets, each as a frame of its own, and nothing else. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => process.send({ port: server.address().port }));
process.on('message', ({ bodies }) => {
  for (const body of bodies) for (const client of server.clients) client.send(body);
});
