import type { RoutingFacts, RuleConditions } from './rule.js';
import type { Found, TermIndex } from './term-index.js';
import { holds, numberPattern, wordsBehind } from './text-pattern.js';

/** A message as it is judged, its texts searched for the terms of all rules at once. */
export interface Seen {
  readonly facts: RoutingFacts;
  readonly text: Found;
  readonly post: Found;
}

export type Check = (seen: Seen) => boolean;

/** The conditions that are set, as questions: what is not set costs nothing. The cheap ones come first. */
export function checksOf(when: RuleConditions, index: TermIndex): Check[] {
  return [...checksOfPlace(when), ...checksOfPerson(when), ...checksOfMessage(when), ...checksOfTexts(when, index)];
}

/** The words of the message and of its post that the conditions rest on, once they hold. */
export function wordsOfConditions(when: RuleConditions, index: TermIndex): (seen: Seen) => string[] {
  const text = when.text === null ? null : numberPattern(when.text, index);
  const post = when.postText === null ? null : numberPattern(when.postText, index);
  return (seen) => [
    ...(text ? wordsBehind(text, seen.text, index) : []),
    ...(post ? wordsBehind(post, seen.post, index) : []),
  ];
}

function checksOfPlace(when: RuleConditions): Check[] {
  return [
    ...isOneOf(when.networks, ({ facts }) => facts.network),
    ...isOneOf(when.accounts, ({ facts }) => facts.accountId),
    ...isOneOf(when.brands, ({ facts }) => facts.brand),
    ...isOneOf(when.posts, ({ facts }) => facts.post?.id ?? null),
    ...isOneOf(when.spaces, ({ facts }) => facts.space),
    ...isOneOf(when.kinds, ({ facts }) => facts.kind),
  ];
}

function checksOfPerson(when: RuleConditions): Check[] {
  return [
    ...is(when.vip, ({ facts }) => facts.vip),
    ...isBetween([when.followersFrom, null], ({ facts }) => facts.followers),
    ...isOneOf(when.handles.map(plainHandle), ({ facts }) => facts.handle && plainHandle(facts.handle)),
  ];
}

function checksOfMessage(when: RuleConditions): Check[] {
  return [
    ...isOneOf(when.languages, ({ facts }) => facts.language),
    ...isBetween([when.lengthFrom, when.lengthTo], ({ facts }) => facts.text.length),
    ...is(when.attachments, ({ facts }) => facts.attachments),
    ...isBetween([when.ratingFrom, when.ratingTo], ({ facts }) => facts.rating),
    ...isOneOf(when.topics, ({ facts }) => facts.understood.topic),
    ...isBetween([when.confidenceFrom, null], ({ facts }) => facts.understood.confidence),
    ...isOneOf(when.urgencies, ({ facts }) => facts.understood.urgency),
    ...isOneOf(when.sentiments, ({ facts }) => facts.understood.sentiment),
    ...is(when.thanks, ({ facts }) => facts.understood.thanks),
  ];
}

function checksOfTexts(when: RuleConditions, index: TermIndex): Check[] {
  const text = when.text === null ? null : numberPattern(when.text, index);
  const post = when.postText === null ? null : numberPattern(when.postText, index);
  return [
    ...(text ? [(seen: Seen) => holds(text, seen.text)] : []),
    // A pattern that only forbids must not hold where there is no post at all.
    ...(post ? [(seen: Seen) => seen.facts.post !== null && holds(post, seen.post)] : []),
  ];
}

function plainHandle(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}

function isOneOf<T>(wanted: readonly T[], of: (seen: Seen) => T | null): Check[] {
  if (wanted.length === 0) return [];
  const set = new Set(wanted);
  return [
    (seen) => {
      const value = of(seen);
      return value !== null && set.has(value);
    },
  ];
}

function is(wanted: boolean | null, of: (seen: Seen) => boolean): Check[] {
  return wanted === null ? [] : [(seen) => of(seen) === wanted];
}

function isBetween([from, to]: readonly [number | null, number | null], of: (seen: Seen) => number | null): Check[] {
  if (from === null && to === null) return [];
  return [
    (seen) => {
      const value = of(seen);
      return value !== null && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
    },
  ];
}
