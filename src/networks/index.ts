import type { Network } from './kit/network.js';
import { mastodon } from './mastodon/network.js';

/** Every network there is. */
export const networks: readonly Network[] = [mastodon];

export function networkNamed(id: string): Network | undefined {
  return networks.find((network) => network.id === id);
}
