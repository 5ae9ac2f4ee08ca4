import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { HookAnswers } from './delivery/hook-answers.js';
import { HookController } from './delivery/hook.controller.js';
import { Answerers } from './expert/answerers.js';
import { ErrorFilter } from './error.filter.js';
import { Figures } from './health/figures.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { routes } from './routes.js';
import { Authenticator } from './session/authenticator.js';
import { OriginGuard } from './session/origin.guard.js';
import { SessionGuard } from './session/session.guard.js';
import { SignInThrottle } from './session/sign-in-throttle.js';
import { MeReader } from './team/me-reader.js';

const protection = [
  { provide: APP_FILTER, useClass: ErrorFilter },
  { provide: APP_GUARD, useClass: OriginGuard },
  { provide: APP_GUARD, useClass: SessionGuard },
];

/** For processes that serve consoles and networks. */
@Module({
  controllers: [...routes, HookController, HealthController, MetricsController],
  providers: [...protection, Answerers, Authenticator, Figures, HookAnswers, MeReader, SignInThrottle],
})
export class HttpModule {}

/** For processes that only work in the background: they are asked for nothing but their health. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [...protection, Authenticator, Figures],
})
export class HealthModule {}
