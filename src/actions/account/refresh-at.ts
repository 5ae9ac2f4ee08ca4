import type { Network } from '../../networks/kit/network.js';

const usualAheadSeconds = 300;

/** When fresh credentials are to be asked for; null for those that do not end, or that cannot be refreshed. */
export function refreshAt(network: Network | undefined, expiresAt: Date | null): Date | null {
  if (!network?.refresh || !expiresAt) return null;
  return new Date(expiresAt.getTime() - (network.refreshAheadSeconds ?? usualAheadSeconds) * 1000);
}
