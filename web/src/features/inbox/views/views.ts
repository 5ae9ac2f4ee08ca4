import { lanes, may, type Actor, type ViewName } from '../../../../../src/contract/index.js';
import type { PhraseKey } from '../../../i18n/phrases.js';
import type { IconName } from '../../../ui/icon-paths.js';

export interface View {
  name: ViewName;
  label: `view.${ViewName}` & PhraseKey;
  icon: IconName;
  /** It is a lane's own list: its mark is the lane's colour. */
  lane: boolean;
  /** How its count is coloured when there is something in it. */
  tone: 'plain' | 'soon' | 'late' | 'window';
}
export interface ViewGroup {
  title: PhraseKey;
  views: readonly View[];
}

const view = (name: ViewName, icon: IconName, tone: View['tone'] = 'plain'): View => ({
  name,
  label: `view.${name}`,
  icon,
  lane: lanes.some((lane) => lane === name),
  tone,
});

const groups: readonly ViewGroup[] = [
  {
    title: 'views.mine',
    views: [
      view('todo', 'tray'),
      view('waiting', 'pause'),
      view('to-approve', 'tick', 'soon'),
      view('drafts', 'pencil'),
    ],
  },
  {
    title: 'views.team',
    views: [
      view('unassigned', 'hand'),
      view('at-risk', 'clock', 'soon'),
      view('late', 'late', 'late'),
      view('window', 'hourglass', 'window'),
      view('failed', 'broken', 'late'),
    ],
  },
  { title: 'views.lanes', views: lanes.map((lane) => view(lane, 'queues')) },
  { title: 'views.everything', views: [view('all', 'comment'), view('closed', 'tick')] },
];

/** What this agent may look into: a lane that the role has no sight of is left out, not greyed. */
export function viewsFor(actor: Actor): ViewGroup[] {
  const sees = ({ name }: View): boolean => {
    const lane = lanes.find((one) => one === name);
    return lane === undefined || may(actor, 'ticket.see', { lane, ownerId: null }).ok;
  };
  return groups.map((group) => ({ ...group, views: group.views.filter(sees) })).filter(({ views }) => views.length > 0);
}
