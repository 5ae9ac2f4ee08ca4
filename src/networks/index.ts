import type { Network } from './kit/network.js';
import { mastodon } from './mastodon/network.js';
import { telegram } from './telegram/network.js';

/** Every network there is. */
export const networks: readonly Network[] = [mastodon, telegram];

export function networkNamed(id: string): Network | undefined {
  return networks.find((network) => network.id === id);
}
