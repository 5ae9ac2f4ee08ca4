/** The token of a link stands behind the `#`, which reaches no server, no log and no referrer. */
export function tokenOfAddress(): string {
  return window.location.hash.slice(1);
}
