import type { Express, Request, Response } from 'express';
import multer from 'multer';

import { allowed, answering, bodyOf, param, type Backend } from './backend.js';
import { ApiError } from './model.js';

/** What the server says of itself, and media. `processing` is how often a new file is answered as unfinished. */
export function serverRoutes(app: Express, backend: Backend, processing: () => number): void {
  const { world, wire } = backend;
  const known = world.quirks.instance ?? 'v2';

  app.get('/api/v2/instance', (_request, response) => {
    answering(response, () => {
      if (known !== 'v2') throw new ApiError(404, 'Not found');
      response.json(instanceV2(backend));
    });
  });
  app.get('/api/v1/instance', (_request, response) => {
    answering(response, () => {
      if (known === 'none') throw new ApiError(404, 'Not found');
      response.json(instanceV1(backend));
    });
  });

  const receive = multer({ storage: multer.memoryStorage() }).single('file');
  app.post(
    ['/api/v2/media', '/api/v1/media'],
    receive,
    allowed(backend, 'write:media', (request, response, { account }) => {
      if (request.file === undefined)
        throw new ApiError(422, "Validation failed: File can't be blank");
      const media = {
        id: world.nextId(),
        owner: account.id,
        name: request.file.originalname,
        mime: request.file.mimetype,
        bytes: request.file.buffer,
        looks: request.path.includes('/v2/') ? processing() : 0,
      };
      world.media.set(media.id, media);
      response.status(media.looks > 0 ? 202 : 200).json(wire.media(media));
    }),
  );
  app.get('/api/v1/media/:id', allowed(backend, 'write:media', mediaState(backend)));
  app.get('/media/:id/:name', (request, response) => {
    const media = world.media.get(param(request, 'id'));
    if (media === undefined) response.status(404).end();
    else response.type(media.mime).send(media.bytes);
  });
  app.get('/avatars/:name', (_request, response) => {
    response.type('image/svg+xml').send(avatar);
  });
}

const avatar =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#6364ff"/></svg>';

function mediaState({ world, wire }: Backend) {
  return (request: Request, response: Response): void => {
    const media = world.media.get(param(request, 'id'));
    if (media === undefined) throw new ApiError(404, 'Record not found');
    if (media.looks > 0) media.looks -= 1;
    response.status(media.looks > 0 ? 206 : 200).json(wire.media(media));
  };
}

function instanceV2({ world, origin }: Backend) {
  return {
    domain: world.host,
    title: 'Mastodon (simulated)',
    version: '4.5.0',
    configuration: {
      urls: { streaming: origin.replace(/^http/u, 'ws') },
      statuses: statusLimits(world.maxCharacters),
      media_attachments: {
        image_size_limit: 16_777_216,
        video_size_limit: 103_809_024,
      },
      vapid: { public_key: '' },
    },
    api_versions: { mastodon: 7 },
  };
}

function instanceV1({ world, origin }: Backend) {
  return {
    uri: world.host,
    title: 'Mastodon (simulated)',
    version: '3.5.0',
    urls: { streaming_api: origin.replace(/^http/u, 'ws') },
    configuration: { statuses: statusLimits(world.maxCharacters) },
  };
}

function statusLimits(maxCharacters: number) {
  return {
    max_characters: maxCharacters,
    max_media_attachments: 4,
    characters_reserved_per_url: 23,
  };
}

/** Registration of apps and the authorization-code flow; consent is given at once, for the first account or `account`. */
export function oauthRoutes(app: Express, backend: Backend): void {
  const { access, world } = backend;

  app.post('/api/v1/apps', (request, response) => {
    answering(response, () => {
      const body = bodyOf(request);
      const uris = String(body['redirect_uris'] ?? '').split(/\s+/u);
      if (uris[0] === '') throw new ApiError(422, "Validation failed: Redirect URI can't be blank");
      const client = access.register(
        String(body['client_name'] ?? ''),
        uris,
        String(body['scopes'] ?? 'read'),
      );
      const { id, name, secret } = client;
      response.json({
        id: '1',
        name,
        website: null,
        scopes: client.scopes.split(' '),
        redirect_uris: uris,
        redirect_uri: uris.join('\n'),
        client_id: id,
        client_secret: secret,
      });
    });
  });

  app.get('/oauth/authorize', (request, response) => {
    answering(response, () => {
      const query = new URL(request.originalUrl, backend.origin).searchParams;
      const client = access.apps.get(query.get('client_id') ?? '');
      const redirectUri = query.get('redirect_uri') ?? '';
      if (client?.redirectUris.includes(redirectUri) !== true)
        throw new ApiError(401, 'invalid_client');
      const person = [...world.ours].find(
        (id) => world.people.get(id)?.username === query.get('account'),
      );
      const accountId = person ?? [...world.ours][0] ?? '';
      const scopes = query.get('scope') ?? 'read';
      const back = new URL(redirectUri);
      back.searchParams.set('code', access.grant({ app: client, accountId, redirectUri, scopes }));
      back.searchParams.set('state', query.get('state') ?? '');
      response.redirect(back.href);
    });
  });

  tokenRoutes(app, backend);
}

function tokenRoutes(app: Express, backend: Backend): void {
  const { access, world } = backend;

  app.post('/oauth/token', (request, response) => {
    answering(response, () => {
      const body = bodyOf(request);
      const client = {
        id: String(body['client_id']),
        secret: String(body['client_secret']),
        redirectUri: String(body['redirect_uri']),
      };
      const token = access.redeem(String(body['code']), client);
      const createdAt = Math.floor(world.now().getTime() / 1000);
      const scope = token.scopes.join(' ');
      response.json({
        access_token: token.value,
        token_type: 'Bearer',
        scope,
        created_at: createdAt,
      });
    });
  });

  app.post('/oauth/revoke', (request, response) => {
    access.revoke(String(bodyOf(request)['token']));
    response.json({});
  });

  app.get(
    '/api/v1/apps/verify_credentials',
    allowed(backend, null, (_request, response, { token }) => {
      const { application: name, scopes } = token;
      response.json({
        id: '1',
        name,
        website: null,
        scopes,
        redirect_uris: [],
      });
    }),
  );
}
