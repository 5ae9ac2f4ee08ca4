import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { listOrders, viewNames, type ListOrder, type ViewName } from '../../../../src/contract/index.js';

/** The narrowing of a list, as it stands in the address. */
export interface Filters {
  order?: ListOrder | undefined;
  network?: string | undefined;
  lane?: string | undefined;
  topic?: string | undefined;
  language?: string | undefined;
}
export const filterNames = ['network', 'lane', 'topic', 'language'] as const;
export type FilterName = (typeof filterNames)[number];

/** Only what we know of is taken from an address: it may have been typed, or come from an older Relais. */
export function filtersOf(search: Record<string, unknown>): Filters {
  const filters: Filters = {};
  const order = listOrders.find((one) => one === search['order']);
  if (order && order !== 'urgency') filters.order = order;
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filters[name] = value;
  }
  return filters;
}

export interface Place {
  view: ViewName;
  ticketId: string | null;
  filters: Filters;
  openTicket(ticketId: string | null): void;
  openView(view: ViewName): void;
  filter(change: Filters): void;
}

/** What is open, filtered and selected: read from the address, and changed through it. */
export function usePlace(): Place {
  const params: { view?: string; ticket?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return useMemo(() => {
    const view = viewNames.find((one) => one === params.view) ?? 'todo';
    const filters = filtersOf(search);
    const ticketId = params.ticket ?? null;
    const go = (place: { view: ViewName; ticketId: string | null; filters: Filters }) => {
      const target = place.ticketId === null ? '/inbox/$view' : '/inbox/$view/$ticket';
      const named = { view: place.view, ticket: place.ticketId ?? '' };
      void navigate({ to: target, params: named, search: place.filters });
    };
    return {
      view,
      ticketId,
      filters,
      openTicket: (id) => {
        go({ view, ticketId: id, filters });
      },
      openView: (name) => {
        go({ view: name, ticketId: null, filters: {} });
      },
      filter: (change) => {
        go({ view, ticketId, filters: filtersOf({ ...filters, ...change }) });
      },
    };
  }, [params.view, params.ticket, search, navigate]);
}
