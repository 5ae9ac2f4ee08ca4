import type { PenView } from '../../../../../src/contract/index.js';

/** What became of the pen between two looks at it, for one agent: it came to them, was refused to them, was taken from them. */
export function penTurn(before: PenView | null, now: PenView | null, me: string): 'yours' | 'refused' | 'taken' | null {
  if (!before || !now) return null;
  const [was, is] = [before.agent.id, now.agent.id];
  if (was === is) return is !== me && before.asked?.by.id === me && now.asked === null ? 'refused' : null;
  if (is === me) return 'yours';
  return was === me ? 'taken' : null;
}
