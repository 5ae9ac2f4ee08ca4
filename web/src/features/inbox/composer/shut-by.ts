import type { ReplyWay } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';
import { networkName } from '../names.js';

/** Why a reply planned for then could not go: the network will have shut its window. Null when it could. */
export function shutBy(words: Words, { closesAt, network }: ReplyWay, at: Date): string | null {
  if (closesAt === null || at.getTime() < Date.parse(closesAt)) return null;
  return words.t('send-later.shut', { network: networkName(network), at: words.moment(closesAt) });
}
