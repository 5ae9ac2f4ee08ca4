import type { Words } from '../../i18n/words.js';
import type { PhraseKey } from '../../i18n/phrases.js';
import type { IconName } from '../../ui/icon-paths.js';

const topics: Readonly<Record<string, PhraseKey>> = {
  billing: 'topic.billing',
  network_outage: 'topic.network_outage',
  internet_tv: 'topic.internet_tv',
  device_os: 'topic.device_os',
  order_delivery: 'topic.order_delivery',
  contract_cancel: 'topic.contract_cancel',
  offers_pricing: 'topic.offers_pricing',
  account_access: 'topic.account_access',
  praise: 'topic.praise',
  complaint: 'topic.complaint',
  abuse_spam: 'topic.abuse_spam',
  press_influencer: 'topic.press_influencer',
  product_idea: 'topic.product_idea',
  purchase_lead: 'topic.purchase_lead',
  network_technology: 'topic.network_technology',
  other: 'topic.other',
};

/** A topic that a workspace made itself has no phrase: its own name is shown. */
export function topicName(words: Words, topic: string): string {
  const key = topics[topic];
  return key ? words.t(key) : topic.replaceAll('_', ' ');
}

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

export const knownTopics: readonly string[] = Object.keys(topics);
