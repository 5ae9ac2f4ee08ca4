import type { LinkProps } from '@tanstack/react-router';
import { may, type Act, type Actor } from '../../../../src/contract/index.js';
import type { PhraseKey } from '../../i18n/phrases.js';
import type { IconName } from '../../ui/icon-paths.js';

export interface Destination {
  id:
    | 'inbox'
    | 'approvals'
    | 'experts'
    | 'accounts'
    | 'team'
    | 'deliveries'
    | 'rules'
    | 'topics'
    | 'promises'
    | 'calendars';
  label: PhraseKey;
  icon: IconName;
  /** What the addresses of its screens begin with. */
  area: string;
  /** The second key after `g`. */
  key: string;
  link: Pick<LinkProps, 'to' | 'params'>;
  needs: Act | null;
}

const destinations: readonly Destination[] = [
  {
    id: 'inbox',
    label: 'nav.inbox',
    icon: 'tray',
    area: '/inbox/',
    key: 'i',
    link: { to: '/inbox/$view', params: { view: 'todo' } },
    needs: null,
  },
  {
    id: 'approvals',
    label: 'nav.approvals',
    icon: 'tick',
    area: '/approvals',
    key: 'v',
    link: { to: '/approvals' },
    needs: 'approvals.see',
  },
  {
    id: 'experts',
    label: 'nav.experts',
    icon: 'bulb',
    area: '/experts',
    key: 'x',
    link: { to: '/experts' },
    needs: 'experts.see',
  },
  {
    id: 'team',
    label: 'nav.team',
    icon: 'people',
    key: 't',
    area: '/admin/team',
    link: { to: '/admin/team' },
    needs: 'agents.see',
  },
  {
    id: 'accounts',
    label: 'nav.accounts',
    icon: 'plug',
    area: '/admin/accounts',
    key: 'a',
    link: { to: '/admin/accounts' },
    needs: 'accounts.see',
  },
  {
    id: 'rules',
    label: 'nav.rules',
    icon: 'transfer',
    key: 'r',
    area: '/admin/rules',
    link: { to: '/admin/rules' },
    needs: 'routing.manage',
  },
  {
    id: 'topics',
    label: 'nav.topics',
    icon: 'quote',
    key: 'o',
    area: '/admin/topics',
    link: { to: '/admin/topics' },
    needs: 'routing.manage',
  },
  {
    id: 'promises',
    label: 'nav.promises',
    icon: 'clock',
    key: 'p',
    area: '/admin/promises',
    link: { to: '/admin/promises' },
    needs: 'sla.manage',
  },
  {
    id: 'calendars',
    label: 'nav.calendars',
    icon: 'calendar',
    key: 'h',
    area: '/admin/calendars',
    link: { to: '/admin/calendars' },
    needs: 'sla.manage',
  },
  {
    id: 'deliveries',
    label: 'nav.deliveries',
    icon: 'parcel',
    area: '/admin/deliveries',
    key: 'd',
    link: { to: '/admin/deliveries' },
    needs: 'deliveries.see',
  },
];

/** The screens that this role has; those it lacks are absent, not greyed. */
export function destinationsOf(actor: Actor): Destination[] {
  return destinations.filter(({ needs }) => needs === null || may(actor, needs).ok);
}
