interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** How long to wait after so many failures in a row; with jitter, so that many who fail together do not return together. */
export function backoffMs(failures: number, { firstMs, mostMs }: Backoff): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return full / 2 + (Math.random() * full) / 2;
}
