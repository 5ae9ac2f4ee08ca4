import { lanes } from '../../../../../src/contract/index.js';
import type { BulkWhich } from '../../../api/bulk.js';
import type { Place } from '../place.js';

/** The picked rows by their ids, or a whole list by what narrows it. */
export function whichOf(picked: ReadonlySet<string>, whole: Pick<Place, 'view' | 'filters'> | null): BulkWhich {
  if (!whole) return { ids: [...picked] };
  const { network, topic, language } = whole.filters;
  const lane = lanes.find((one) => one === whole.filters.lane);
  return {
    list: {
      view: whole.view,
      ...(network !== undefined && { network }),
      ...(topic !== undefined && { topic }),
      ...(language !== undefined && { language }),
      ...(lane !== undefined && { lane }),
    },
  };
}
