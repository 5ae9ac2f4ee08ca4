import type { Express, Request } from 'express';
import multer from 'multer';

import { allowed, param, type Backend, type Caller } from './backend.js';
import { ApiError, type Media } from './model.js';

const avatar =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#6364ff"/></svg>';

/** Files of statuses. `processing` is how often a new one is answered as unfinished. */
export function mediaRoutes(app: Express, backend: Backend, processing: number): void {
  const { world, wire } = backend;

  app.post(
    ['/api/v2/media', '/api/v1/media'],
    multer({ storage: multer.memoryStorage() }).single('file'),
    allowed(backend, 'write:media', (request, response, caller) => {
      const media = received(backend, request, caller);
      if (request.path.includes('/v2/')) media.looks = processing;
      response.status(media.looks > 0 ? 202 : 200).json(wire.media(media));
    }),
  );

  app.get(
    '/api/v1/media/:id',
    allowed(backend, 'write:media', (request, response) => {
      const media = world.media.get(param(request, 'id'));
      if (media === undefined) throw new ApiError(404, 'Record not found');
      if (media.looks > 0) media.looks -= 1;
      response.status(media.looks > 0 ? 206 : 200).json(wire.media(media));
    }),
  );

  app.put('/api/v1/media/:id', allowed(backend, 'write:media', notFound));

  app.get('/media/:id/:name', (request, response) => {
    const media = world.media.get(param(request, 'id'));
    if (media === undefined) response.status(404).end();
    else response.type(media.mime).send(media.bytes);
  });

  app.get('/avatars/:name', (_request, response) => {
    response.type('image/svg+xml').send(avatar);
  });
}

function received({ world }: Backend, { file }: Request, { account }: Caller): Media {
  if (file === undefined) throw new ApiError(422, "Validation failed: File can't be blank");
  const media = {
    id: world.nextId(),
    owner: account.id,
    name: file.originalname,
    mime: file.mimetype,
    bytes: file.buffer,
    looks: 0,
  };
  world.media.set(media.id, media);
  return media;
}

/** Descriptions are not kept; the call is there because its scope is. */
function notFound(): void {
  throw new ApiError(404, 'Record not found');
}
