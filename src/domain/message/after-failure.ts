/** How a send can fail (design: the way out); the same words as the connectors'. */
export type SendFailureKind =
  'try-again' | 'rate-limited' | 'needs-reauth' | 'window-closed' | 'customer-unreachable' | 'rejected';

/** What becomes of a reply whose send failed. `tries` counts real attempts only. */
export type AfterFailure =
  | { readonly do: 'wait'; readonly at: Date; readonly tries: number }
  /** Held with its account, until the account is repaired. */
  | { readonly do: 'hold'; readonly tries: number }
  | { readonly do: 'give-up' };

const second = 1000;
const firstWait = 5 * second;
const longestWait = 600 * second;
const mostTries = 8;
/** Where a network says "too fast" but not until when. */
const usualPause = 60 * second;

/** A 429 is no attempt, and neither is a refusal that is the account's and not the message's. */
export function afterFailure(
  kind: SendFailureKind,
  attempt: { readonly tries: number; readonly retryAfterMs: number | null; readonly now: Date },
): AfterFailure {
  const { tries, retryAfterMs, now } = attempt;
  const inMs = (ms: number): Date => new Date(now.getTime() + ms);
  switch (kind) {
    case 'try-again':
      if (tries >= mostTries) return { do: 'give-up' };
      return { do: 'wait', at: inMs(retryAfterMs ?? Math.min(firstWait * 2 ** (tries - 1), longestWait)), tries };
    case 'rate-limited':
      return { do: 'wait', at: inMs(retryAfterMs ?? usualPause), tries: tries - 1 };
    case 'needs-reauth':
      return { do: 'hold', tries: tries - 1 };
    case 'window-closed':
    case 'customer-unreachable':
    case 'rejected':
      return { do: 'give-up' };
  }
}

/** How an outcome that nobody knows can be settled, by what the network offers. */
export type Doubt = 'native-key' | 'read-back' | 'callback' | 'none';

const firstLook = 5 * second;
const mostLooks = 5;
/** An echo that has not come by then does not come. */
const echoWait = 120 * second;

/**
 * When to look next at a reply whose outcome is unknown; null when only a human can tell. With a native key it is
 * simply sent again: the network knows it by its key.
 */
export function nextLook(doubt: Doubt, looks: number, now: Date): Date | null {
  if (doubt === 'none') return null;
  if (doubt === 'callback') return looks === 0 ? new Date(now.getTime() + echoWait) : null;
  return looks >= mostLooks ? null : new Date(now.getTime() + firstLook * 2 ** looks);
}
