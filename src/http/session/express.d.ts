import type { Caller } from '../../actions/caller.js';
import type { Recognised } from '../../actions/team/sign-in.js';

/** What our two ways to know somebody put on a request, by passport. */
declare global {
  namespace Express {
    interface User {
      readonly caller: Caller | null;
      readonly recognised: Recognised | null;
    }
  }
}
