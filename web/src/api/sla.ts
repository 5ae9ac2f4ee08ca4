import { queryOptions } from '@tanstack/react-query';
import type {
  CalendarsView,
  CalendarView,
  DeadlineView,
  PoliciesView,
  SlaPolicy,
  TrialView,
} from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;

/** They share one version, which a save of either raises. */
export const slaKey = ['sla'] as const;

export const calendarsQuery = queryOptions({
  queryKey: [...slaKey, 'calendars'],
  queryFn: (): Promise<CalendarsView> => dataOf(client.GET('/api/sla/calendars')),
});

const recomputingMs = 1500;

export const policiesQuery = queryOptions({
  queryKey: [...slaKey, 'policies'],
  queryFn: (): Promise<PoliciesView> => dataOf(client.GET('/api/sla/policies')),
  // How far the open tickets follow a save is not told live: it is asked for while somebody looks.
  refetchInterval: ({ state }) => (state.data?.recompute ? recomputingMs : false),
});

/** What goes to the server is a copy that nobody else holds. */
const calendarOf = ({ id, name, zone, week, days }: CalendarView) => ({
  ...{ id, name, zone },
  week: week.map((range) => ({ ...range })),
  days: days.map((day) => ({ ...day, ranges: day.ranges.map((range) => ({ ...range })) })),
});

function policyOf({ when, targets, ladder, ...policy }: SlaPolicy) {
  const { networks, kinds, lanes, topics, priorities, brands, vip } = when;
  const lists = {
    networks: [...networks],
    kinds: [...kinds],
    lanes: [...lanes],
    topics: [...topics],
    priorities: [...priorities],
    brands: [...brands],
  };
  const minutes = Object.entries(targets).flatMap(([name, list]) => (list ? [[name, [...list]] as const] : []));
  return {
    ...policy,
    when: { ...lists, vip },
    targets: Object.fromEntries(minutes),
    ladder: ladder.map((step) => ({ ...step })),
  };
}

export const sla = {
  saveCalendars: (body: { version: number; calendars: readonly CalendarView[] }): Promise<CalendarsView> =>
    dataOf(client.PUT('/api/sla/calendars', { body: { ...body, calendars: body.calendars.map(calendarOf) } })),
  preview: (draft: CalendarView, minutes: number): Promise<DeadlineView[]> =>
    dataOf(
      client.POST('/api/sla/calendars/{id}/preview', {
        params: { path: { id: draft.id } },
        body: { minutes, draft: calendarOf(draft) },
      }),
    ),
  savePolicies: (body: { version: number; policies: readonly SlaPolicy[] }): Promise<PoliciesView> =>
    dataOf(client.PUT('/api/sla/policies', { body: { ...body, policies: body.policies.map(policyOf) } })),
  dryRun: (policies: readonly SlaPolicy[]): Promise<TrialView> =>
    dataOf(client.POST('/api/sla/policies/dry-run', { body: { policies: policies.map(policyOf) } })),
};
