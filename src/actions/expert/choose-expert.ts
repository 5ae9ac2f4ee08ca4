import { suggestExperts } from '../../domain/expert/suggest-experts.js';
import type { AskClock } from '../../domain/expert/ask-clock.js';
import { Refusal } from '../../domain/refusal.js';
import type { AskChange } from '../../store/expert/ask.store.js';
import { expertFacts } from '../../store/expert/expert.view.js';
import type { Work } from '../../store/work.js';

export interface ChosenExpert {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
}

interface Wanted {
  /** Null for whoever is suggested first. */
  readonly expertId: string | null;
  readonly askerId: string;
  readonly topic: string | null;
  readonly language: string | null;
  readonly now: Date;
}

export async function chooseExpert(tx: Work, wanted: Wanted): Promise<ChosenExpert> {
  const facts = await expertFacts(tx.sql, tx.workspaceId, wanted.askerId);
  const chosen =
    wanted.expertId === null
      ? suggestExperts(facts, wanted).find(({ quotaLeft }) => quotaLeft > 0)
      : facts.find(({ id }) => id === wanted.expertId);
  if (!chosen) throw new Refusal('ask.no-expert', {});
  return chosen;
}

/** Somebody else is asked: their clock begins, and nothing of the one before stays. */
export function askedAfresh(expert: ChosenExpert, clock: AskClock): Omit<AskChange, 'state'> {
  return {
    ...clock,
    expertId: expert.id,
    signature: expert.signature,
    warnedAt: null,
    laterUntil: null,
    acceptedAt: null,
    draft: null,
    advice: null,
    returned: false,
  };
}
