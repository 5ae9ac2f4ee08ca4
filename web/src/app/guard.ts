import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { hasCode } from '../api/api-error.js';
import { meQuery } from '../api/session.js';

export interface RouterContext {
  cache: QueryClient;
}

/** Lets in who is signed in; sends others to sign in, and back to where they wanted to go. */
export async function guardSignedIn({ cache }: RouterContext, wanted: string): Promise<void> {
  const me = await cache.ensureQueryData(meQuery).catch((error: unknown) => {
    if (hasCode(error, 'session.none')) return null;
    throw error;
  });
  if (me === null) redirect({ to: '/sign-in', search: wanted === '/' ? {} : { back: wanted }, throw: true });
}
