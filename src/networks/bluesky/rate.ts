import type { RateHeaders } from '../kit/pace.js';

/** docs.bsky.app/docs/advanced-guides/rate-limits; the reset is in seconds since 1970. */
export const rateHeaders: RateHeaders = {
  limit: 'ratelimit-limit',
  remaining: 'ratelimit-remaining',
  reset: 'ratelimit-reset',
};
