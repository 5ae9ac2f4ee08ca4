import { useNavigate } from '@tanstack/react-router';
import type { ViewName } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useSequence } from '../../ui/use-sequence.js';
import { destinationsOf } from './destinations.js';

/** The views that have a key of their own after `g`. */
export const viewKeys: Readonly<Record<string, ViewName>> = { u: 'unassigned', c: 'community', e: 'expert' };

/** True while the second key of a `g` sequence is awaited. */
export function useGoKeys(): boolean {
  const navigate = useNavigate();
  const { agent } = useMe();
  const seconds: Record<string, () => void> = {};
  for (const [key, view] of Object.entries(viewKeys)) {
    seconds[key] = () => void navigate({ to: '/inbox/$view', params: { view } });
  }
  for (const { key, link } of destinationsOf(agent)) {
    seconds[key] = () => void navigate(link);
  }
  return useSequence('g', seconds);
}
