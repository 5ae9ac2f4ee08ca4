import type { Express } from 'express';

import { answering, type Backend } from './backend.js';
import { ApiError } from './model.js';

/** What the server says of itself. */
export function instanceRoutes(app: Express, backend: Backend): void {
  const known = backend.world.quirks.instance ?? 'v2';

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
