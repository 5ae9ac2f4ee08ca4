import type { IncomingHttpHeaders } from 'node:http';

export const sessionCookie = 'relais_session';

/** The token a request or a socket came with, and how: browsers send the cookie by themselves, programs a header. */
export function sessionToken(headers: IncomingHttpHeaders): { token: string; by: 'cookie' | 'header' } | null {
  const [, bearer] = /^Bearer ([\w.-]{1,200})$/i.exec(headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return { token: bearer, by: 'header' };
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const token = pairs.find(([name]) => name === sessionCookie)?.[1];
  return token === undefined || token === '' ? null : { token, by: 'cookie' };
}
