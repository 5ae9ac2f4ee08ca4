import type { ReplyWindowRule } from '../message/reply-rules.js';

const hour = 3_600_000;

/**
 * Until when the network lets us answer, from the customer's last message; null when there is no limit or
 * nobody wrote yet. `humanAgent`: the network has approved this account for late answers that a person writes.
 */
export function windowClosesAt(
  rule: ReplyWindowRule | null,
  lastInboundAt: Date | null,
  humanAgent: boolean,
): Date | null {
  if (!rule || !lastInboundAt) return null;
  const hours = humanAgent ? (rule.humanAgentHours ?? rule.hours) : rule.hours;
  return new Date(lastInboundAt.getTime() + hours * hour);
}
