import type { MessageKind } from '../message/inbound-event.js';
import type { Lane } from '../team/role.js';
import type { Topic } from '../understanding/default-topics.js';
import { sureEnough, type Understanding } from '../understanding/understand.js';

export interface Route {
  readonly lane: Lane;
  /** Which rule decided: stored with the ticket and put into words by the console. */
  readonly rule: 'topic' | 'lane' | 'private-message' | 'unsure';
  readonly priority: 1 | 2 | 3 | 4;
}

/** Who it is for can be plain where what it is about is not; the price of a mistake is a transfer. */
const sureOfLane = 0.8;
/** Whatever is pressing by a toss of the coin would soon be everything. */
const sureOfUrgency = 0.7;

/**
 * Lane first: the topic's, when it is sure enough. A private message that nobody could place is a customer's
 * request more often than not and goes to care; what is public and unclear goes to the community managers.
 */
export function route(
  message: { readonly kind: MessageKind; readonly space: 'public' | 'private' },
  understood: Understanding,
  topics: readonly Topic[],
): Route {
  const priority = priorityOf(understood);
  const topic = topics.find(({ id }) => id === understood.topic);
  if (topic && understood.confidence >= sureEnough) {
    return { lane: topic.lane, rule: 'topic', priority };
  }
  const { lane, sure } = understood;
  if (lane !== null && lane !== 'community' && sure.lane >= sureOfLane) return { lane, rule: 'lane', priority };
  if (message.space === 'private') return { lane: 'care', rule: 'private-message', priority };
  return { lane: 'community', rule: 'unsure', priority };
}

function priorityOf({ urgency, sentiment, topic, sure }: Understanding): Route['priority'] {
  if (urgency === 'high' && sure.urgency >= sureOfUrgency) return 1;
  if (topic === 'network_outage' || topic === 'complaint' || topic === 'press_influencer') return 2;
  return sentiment === 'positive' ? 4 : 3;
}
