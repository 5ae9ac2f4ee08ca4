import type { CookieOptions, Request } from 'express';
import type { OpenedSession } from '../../actions/team/open-session.js';
import type { Client } from '../../actions/team/client.js';
import { sessionCookie } from '../../platform/session-token.js';

/** Lax, not strict: who follows a link to a ticket is to arrive signed in. */
function options(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' };
}

export function giveCookie(request: Request, session: OpenedSession): void {
  request.res?.cookie(sessionCookie, session.token, { ...options(request), expires: session.expiresAt });
}

export function takeCookie(request: Request): void {
  request.res?.clearCookie(sessionCookie, options(request));
}

/** What the owner of a session will recognise in the list of their sessions. */
export function clientOf(request: Request): Client {
  return { name: request.get('user-agent') ?? '', address: request.ip ?? '' };
}
