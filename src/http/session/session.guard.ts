import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { Authenticator } from './authenticator.js';
import { NoSession } from './no-session.js';
import { publicKey } from './public.js';

/** Every route needs a session unless it says that it is public: what is forgotten is closed, not open. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(publicKey, [context.getHandler(), context.getClass()]) === true) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const caller = await this.authenticator.caller(request, http.getResponse<Response>());
    if (caller === null) throw new NoSession();
    request.user = { caller, recognised: null };
    return true;
  }
}
