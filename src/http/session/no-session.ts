/** Nobody is signed in with this request, or not any more. */
export class NoSession extends Error {
  override readonly name = 'NoSession';
}
