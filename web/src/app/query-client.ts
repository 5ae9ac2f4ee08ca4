import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.js';

const tries = 3;

/** What the server has decided is not asked again; what it never answered is. */
function worthAnotherTry(count: number, error: Error): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return count < tries;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The live connection tells what changes; asking again at each look would only repeat it.
      queries: { staleTime: 60_000, refetchOnWindowFocus: false, retry: worthAnotherTry },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
