/** The key that goes with a letter for commands, as it is written on this machine's keyboard. */
export function modKey(): string {
  return /mac|iphone|ipad/iu.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
