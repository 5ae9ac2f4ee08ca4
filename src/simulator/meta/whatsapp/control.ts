import type { Express, Request } from 'express';

import { answering } from '../backend.js';
import type { Person, PhoneNumber, World } from './world.js';

type Body = Readonly<Record<string, unknown>>;

/** For other processes: what people do, by `POST /_sim/<deed>`, and what was published. */
export function controlRoutes(app: Express, world: World): void {
  app.get('/_sim/published', (_request, response) => {
    response.json(world.state.published);
  });
  app.get('/_sim/numbers', (_request, response) => {
    response.json([...world.state.numbers.values()]);
  });
  app.post('/_sim/callback', (request: Request, response) => {
    const { url } = bodyOf(request);
    world.state.app.callback = typeof url === 'string' ? url : null;
    response.json({ done: true });
  });
  for (const [name, deed] of Object.entries(deeds(world))) {
    app.post(`/_sim/${name}`, (request: Request, response) => {
      answering(response, () => deed(bodyOf(request)));
    });
  }
}

function deeds(world: World): Readonly<Record<string, (body: Body) => object>> {
  const who = (body: Body): { number: PhoneNumber; person: Person } => ({
    number: world.number(said(body, 'number') || ([...world.state.numbers.keys()][0] ?? '')),
    person: world.person(said(body, 'phone'), said(body, 'name'), said(body, 'userId') || null),
  });
  const content = (body: Body): Readonly<Record<string, unknown>> => {
    const given = body['content'];
    if (typeof given === 'object' && given !== null) return { ...given };
    return { type: 'text', text: { body: said(body, 'text') } };
  };
  return {
    messages: (body) => {
      const { number, person } = who(body);
      return { id: world.receive(number, person, content(body)) };
    },
    reads: (body) => {
      const { number, person } = who(body);
      world.status(number, { id: said(body, 'id'), person, status: 'read' });
      return { done: true };
    },
    blocks: (body) => {
      who(body).person.isBlocking = true;
      return { done: true };
    },
    files: (body) => {
      const id = world.nextId();
      world.state.files.set(id, { bytes: Buffer.from(said(body, 'bytes')), mime: said(body, 'mime') });
      return { id };
    },
    'brand-messages': (body) => {
      const { number, person } = who(body);
      const id = world.nextMessageId();
      const timestamp = String(Math.floor(world.now().getTime() / 1000));
      const echo = { from: number.display, to: person.phone, id, timestamp, ...content(body) };
      world.tell(number, { message_echoes: [echo] }, 'smb_message_echoes');
      return { id };
    },
  };
}

function bodyOf(request: Request): Body {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function said(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}
