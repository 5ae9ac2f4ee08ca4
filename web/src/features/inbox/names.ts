import type { PhraseKey } from '../../i18n/phrases.js';
import type { IconName } from '../../ui/icon-paths.js';

interface Kind {
  key: PhraseKey;
  icon: IconName;
}
const kinds: Readonly<Record<string, Kind>> = {
  comment: { key: 'kind.comment', icon: 'comment' },
  mention: { key: 'kind.mention', icon: 'mention' },
  direct: { key: 'kind.direct', icon: 'direct' },
  'visitor-post': { key: 'kind.visitor-post', icon: 'pencil' },
  review: { key: 'kind.review', icon: 'star' },
  quote: { key: 'kind.quote', icon: 'quote' },
};
const otherKind: Kind = { key: 'kind.other', icon: 'comment' };

export function kindOf(messageKind: string): Kind {
  return kinds[messageKind] ?? otherKind;
}

const networks: Readonly<Record<string, string>> = {
  x: 'X',
  whatsapp: 'WhatsApp',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
};

export function networkName(network: string): string {
  return networks[network] ?? network.charAt(0).toUpperCase() + network.slice(1);
}
