import type { First } from './breaks-no-cycle.js';

export interface Second {
  readonly first: First;
}
