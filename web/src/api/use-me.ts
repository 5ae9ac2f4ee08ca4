import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../../src/contract/index.js';
import { meQuery } from './session.js';

/** Who is signed in. The guard of the signed-in screens has loaded it, so nothing waits here. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}
