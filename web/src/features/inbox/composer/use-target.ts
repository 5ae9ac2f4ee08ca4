import { useQuery } from '@tanstack/react-query';
import type { Conversation, NeededApprovalView, ReplyWay } from '../../../../../src/contract/index.js';
import { neededApprovalQuery, type NeededAsk } from '../../../api/approvals.js';
import { useNow } from '../../../live/use-now.js';
import type { Draft } from './draft.js';
import { firstMode, routesOf, type Mode, type Route, type Routes } from './modes.js';
import { lineRoute } from './paired-line.js';

const quarter = 15_000;

interface Way {
  routes: Routes;
  mode: Mode;
  route: Route | null;
  /** Where a public line can go beside the private answer. */
  line: Route | null;
  way: ReplyWay | null;
}

/** Where what is written would go. */
export interface Target extends Way {
  /** Somebody else reads it before it goes; null also while that is not known. */
  approval: NeededApprovalView | null;
}

type Written = Pick<Draft, 'mode' | 'line'>;

export function useTarget(screen: Conversation, draft: Written): Target {
  const routes = routesOf(screen, useNow(quarter));
  const mode = modeOf(draft, screen, routes);
  const route = mode === 'note' ? null : routes[mode];
  const target = { routes, mode, route, line: lineRoute(screen, route, routes), way: route?.way ?? null };
  return { ...target, approval: useNeededApproval(screen, target, draft) };
}

function modeOf(draft: Written, screen: Conversation, routes: Routes): Mode {
  if (draft.mode === 'note' || (draft.mode !== null && routes[draft.mode] !== null)) return draft.mode;
  return firstMode(screen, routes);
}

function useNeededApproval(screen: Conversation, target: Way, draft: Written): NeededApprovalView | null {
  const asks = target.mode !== 'note' && target.way !== null;
  const { data } = useQuery({ ...neededApprovalQuery(askOf(screen, target, draft)), enabled: asks });
  return asks ? (data?.needed ?? null) : null;
}

function askOf({ ticket }: Conversation, { way, line }: Way, draft: Written): NeededAsk {
  const { id: ticketId, topic, lane, person } = ticket;
  const { network, space } = way ?? { network: '', space: 'public' };
  const beside = draft.line === null || !line ? null : line.way.network;
  return { ticketId, network, space, line: beside, about: JSON.stringify([topic, lane, person.vip]) };
}
