import { ServerTime } from './server-time.js';

/** The console's only look at a clock. */
export const serverTime = new ServerTime(() => Date.now());
