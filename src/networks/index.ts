import type { Network } from './kit/network.js';
import { bluesky } from './bluesky/network.js';
import { discord } from './discord/network.js';
import { mastodon } from './mastodon/network.js';
import { facebook } from './meta/facebook/network.js';
import { instagram } from './meta/instagram/network.js';
import { messenger } from './meta/messenger/network.js';
import { threads } from './meta/threads/network.js';
import { whatsapp } from './meta/whatsapp/network.js';
import type { OutOfReach } from './kit/out-of-reach.js';
import { pinterest } from './pinterest/out-of-reach.js';
import { reddit } from './reddit/network.js';
import { telegram } from './telegram/network.js';
import { vivaEngage } from './viva-engage/network.js';
import { twitch } from './twitch/network.js';
import { x } from './x/network.js';
import { youtube } from './youtube/network.js';

/** Every network there is. */
export const networks: readonly Network[] = [
  bluesky,
  discord,
  facebook,
  instagram,
  mastodon,
  messenger,
  reddit,
  telegram,
  twitch,
  threads,
  vivaEngage,
  whatsapp,
  x,
  youtube,
];

/** Those that people ask for in vain, and why. */
export const outOfReach: readonly OutOfReach[] = [pinterest];
