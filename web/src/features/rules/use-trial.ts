import { useRef, useState } from 'react';
import type { RoutingRule, RoutingTrialView } from '../../../../src/contract/index.js';
import { routing } from '../../api/routing.js';

/** A trial as far as it has come. */
export interface Trial {
  rules: readonly RoutingRule[];
  total: number;
  looked: number;
  changes: RoutingTrialView['changes'];
  counts: ReadonlyMap<string, { held: number; decided: number }>;
  shadowed: RoutingTrialView['shadowed'];
  done: boolean;
}

interface TrialState {
  trial: Trial | null;
  error: unknown;
  running: boolean;
  /** Asks portion by portion, and answers the whole; null when it was stopped or refused. */
  run: (rules: readonly RoutingRule[]) => Promise<Trial | null>;
  stop: () => void;
}

/** What last week's tickets would have become by a list of rules, followed while it is computed. */
export function useTrial(): TrialState {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [running, setRunning] = useState(false);
  const wanted = useRef(0);
  const stop = () => {
    wanted.current += 1;
    setRunning(false);
  };
  const run = async (rules: readonly RoutingRule[]) => {
    const mine = (wanted.current += 1);
    setError(null);
    setRunning(true);
    setTrial(null);
    try {
      const whole = await follow(rules, (part) => {
        if (mine === wanted.current) setTrial(part);
        return mine === wanted.current;
      });
      return whole;
    } catch (failed) {
      if (mine === wanted.current) setError(failed);
      return null;
    } finally {
      if (mine === wanted.current) setRunning(false);
    }
  };
  return { trial, error, running, run, stop };
}

async function follow(rules: readonly RoutingRule[], show: (trial: Trial) => boolean): Promise<Trial | null> {
  let sum: Trial = { rules, total: 0, looked: 0, changes: [], counts: new Map(), shadowed: [], done: false };
  for (let after: string | null = null; ;) {
    const part: RoutingTrialView = await routing.dryRun(rules, after);
    sum = added(sum, part);
    if (!show(sum)) return null;
    if (sum.done) return sum;
    after = part.next;
  }
}

function added(sum: Trial, part: RoutingTrialView): Trial {
  const counts = new Map(sum.counts);
  for (const { ruleId, held, decided } of part.rules) {
    const known = counts.get(ruleId) ?? { held: 0, decided: 0 };
    counts.set(ruleId, { held: known.held + held, decided: known.decided + decided });
  }
  return {
    ...sum,
    total: part.total,
    looked: sum.looked + part.looked,
    changes: [...sum.changes, ...part.changes],
    counts,
    shadowed: part.shadowed,
    done: part.next === null,
  };
}
