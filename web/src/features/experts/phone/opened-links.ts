/** A link opens once. On the device that it was opened on, following it again leads back to the same question. */
const prefix = 'relais.ask-link.';

// The end of a token tells links apart on one device, and is of no use to anybody who reads it there.
const keyOf = (token: string): string => prefix + token.slice(-12);

export function rememberLink(token: string, askId: string): void {
  kept()?.setItem(keyOf(token), askId);
}

export function openedBefore(token: string): string | null {
  return kept()?.getItem(keyOf(token)) ?? null;
}

/** Null in a browser that keeps nothing: it asks for a new link the next time. */
function kept(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
