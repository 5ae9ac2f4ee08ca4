const MiB = 1024 * 1024;

/** The largest bodies that are read. */
export const limits = { hookBytes: 5 * MiB, jsonBytes: MiB, fileBytes: 25 * MiB };

export function limitOf(path: string): number {
  if (path.startsWith('/hooks/')) return limits.hookBytes;
  return path === '/api/files' ? limits.fileBytes : limits.jsonBytes;
}
