import { lanes } from '../../../../../src/contract/index.js';
import type { Words } from '../../../i18n/words.js';
import { networkName } from '../names.js';
import type { FilterName } from '../place.js';

/** What a list is narrowed to, in words. */
export function filterValueName(words: Words, name: FilterName, value: string): string {
  switch (name) {
    case 'network':
      return networkName(value);
    case 'lane': {
      const lane = lanes.find((one) => one === value);
      return lane ? words.t(`lane.${lane}`) : value;
    }
    case 'topic':
      return words.topic(value);
    case 'language':
      return words.language(value);
  }
}
