/** Facebook finds a post or a comment by its id. */
export function permalinkOf(thingId: string): string | undefined {
  return /^\d+(?:_\d+)?$/u.test(thingId) ? `https://www.facebook.com/${thingId}` : undefined;
}
