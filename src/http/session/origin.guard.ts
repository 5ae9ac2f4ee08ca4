import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '../../contract/index.js';
import { Addresses } from '../../actions/addresses.js';
import { sessionToken } from '../../platform/session-token.js';

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A change that a browser sends with the cookie must come from our own page: other sites can make it send one, but
 * not lie about where from. Programs, which send no cookie, say nothing of an origin.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(private readonly addresses: Addresses) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (harmless.includes(request.method) || request.path.startsWith('/hooks/')) return true;
    if (sessionToken(request.headers)?.by === 'header' || this.isOwn(request)) return true;
    throw new Refusal('not-allowed', { act: 'request', because: 'other-site' });
  }

  private isOwn(request: Request): boolean {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (origin === undefined || origin === this.addresses.publicUrl) return true;
    return URL.canParse(origin) && new URL(origin).host === request.get('host');
  }
}
