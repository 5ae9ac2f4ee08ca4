import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { SendFailure } from '../../kit/failure.js';
import type { Fields } from '../../kit/read.js';
import { ask, pathOf } from '../graph/call.js';
import { refusal } from '../graph/failures.js';

type Right = 'can_comment' | 'can_hide' | 'can_remove' | 'can_like';

/**
 * Error 200 means both "the token lacks a permission", which stops the whole account, and "not on this one object",
 * which stops nothing. The object itself says which it is.
 */
export async function judged<T>(
  on: { readonly target: string; readonly right: Right },
  ways: { readonly account: AccountAccess; readonly http: Http },
  task: () => Promise<T>,
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const isAmbiguous = error instanceof SendFailure && error.kind === 'needs-reauth' && /^2\d\d$/u.test(error.code);
    if (!isAmbiguous || (await mayStill(on, ways))) throw error;
    throw refusal(error.code, error.message);
  }
}

/** True when the object does not say no: then it is the account that lacks something. */
async function mayStill(
  on: { readonly target: string; readonly right: Right },
  { account, http }: { readonly account: AccountAccess; readonly http: Http },
): Promise<boolean> {
  try {
    const thing: Fields = await ask(account, http, {
      method: 'GET',
      path: pathOf(on.target),
      query: { fields: `id,${on.right}` },
    });
    return thing[on.right] !== false;
  } catch (error) {
    // What cannot even be read is no exception of this one object.
    if (error instanceof SendFailure) return true;
    throw error;
  }
}
