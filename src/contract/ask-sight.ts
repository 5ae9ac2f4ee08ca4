import { answeredStates, awaitedStates } from '../domain/expert/ask-state.js';
import { maskPersonal } from '../domain/expert/mask-personal.js';
import { may, type Actor } from '../domain/team/policy.js';
import type { AskListName, AskView } from './expert-views.js';

/** The expert sees the question without what tells who the customer is, unless whoever asked has lifted that. */
export function askSeenBy(actor: Pick<Actor, 'id'>, ask: AskView): AskView {
  if (ask.unmasked || actor.id !== ask.expert.id || actor.id === ask.asker.id) return ask;
  return { ...ask, question: maskPersonal(ask.question), advice: ask.advice && maskPersonal(ask.advice) };
}

/** The one who asked and the one who is asked are told of it, wherever the ticket stands. */
export function isPartOf(actor: Pick<Actor, 'id'>, ask: AskView): boolean {
  return actor.id === ask.expert.id || actor.id === ask.asker.id;
}

/** Does it stand in this list of theirs? */
export function isInAskList(actor: Actor, list: AskListName, ask: AskView): boolean {
  if (list === 'mine') return isPartOf(actor, ask);
  if (!may(actor, 'asks.coach').ok) return false;
  if (list === 'to-review') return ask.state === 'in_review';
  return (list === 'waiting' ? awaitedStates : answeredStates).includes(ask.state);
}
