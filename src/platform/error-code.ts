/** The `code` that Node, PostgreSQL and undici put on their errors. */
export function errorCode(error: unknown): string | undefined {
  // Not `instanceof Error`: errors of Node's core belong to another realm inside Jest.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
