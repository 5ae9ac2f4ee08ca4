import type { RequestListener, Server } from 'node:http';
import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Metrics } from '../platform/metrics.js';
import { HookAnswers } from './delivery/hook-answers.js';
import { hookDoor } from './delivery/hook-door.js';
import { consoleFiles } from './console/console-files.js';
import { watchRequests } from './health/watch-requests.js';
import { Invalid } from './invalid.js';
import { limits } from './limits.js';

interface Surroundings {
  readonly publicUrl: string;
  /** How many proxies in front of us tell the truth about the caller's address. */
  readonly trustProxy: number;
  readonly webFolder: string | null;
  readonly metrics: Metrics;
}

/** Everything that happens to a request before it reaches a route. */
export function configure(app: NestExpressApplication, around: Surroundings): void {
  openHookDoor(app);
  app.set('trust proxy', around.trustProxy);
  app.disable('x-powered-by');
  app.use(watchRequests(around.metrics));
  app.use(safeHeaders(around.publicUrl.startsWith('https:')));
  // Raw: the signature is over the bytes as they came, whatever their type says they are.
  app.use('/hooks', express.raw({ type: () => true, limit: limits.hookBytes }));
  app.use(compression());
  app.use('/api', noStore, express.json({ limit: limits.jsonBytes }));
  if (around.webFolder !== null) app.use(consoleFiles(around.webFolder));
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => Invalid.of(errors),
    }),
  );
}

function openHookDoor(app: NestExpressApplication): void {
  const server: Server = app.getHttpServer();
  const otherwise: RequestListener = app.getHttpAdapter().getInstance();
  server.removeAllListeners('request');
  server.on(
    'request',
    hookDoor(() => app.get(HookAnswers), otherwise),
  );
}

/** No script but our own files; styles are set by the component library as it goes. */
function safeHeaders(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
