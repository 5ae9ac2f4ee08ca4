import type { NextFunction, Request, Response } from 'express';

import { bearerOf } from './access.js';

const windowMs = 5 * 60_000;

interface Window {
  readonly resetAt: number;
  used: number;
}

/** 300 calls in five minutes for each token, told in the headers of every answer. */
export class RateLimit {
  limit = 300;
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly now: () => Date,
    private readonly isSilent: boolean,
  ) {}

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const window = this.windowOf(bearerOf(request) ?? '');
    window.used += 1;
    if (!this.isSilent) {
      response.set('X-RateLimit-Limit', String(this.limit));
      response.set('X-RateLimit-Remaining', String(Math.max(0, this.limit - window.used)));
      response.set('X-RateLimit-Reset', new Date(window.resetAt).toISOString());
    }
    if (window.used <= this.limit) next();
    else response.status(429).json({ error: 'Too many requests' });
  };

  private windowOf(token: string): Window {
    const now = this.now().getTime();
    const known = this.windows.get(token);
    if (known !== undefined && known.resetAt > now) return known;
    const fresh = {
      resetAt: (Math.floor(now / windowMs) + 1) * windowMs,
      used: 0,
    };
    this.windows.set(token, fresh);
    return fresh;
  }
}
