import type { Topic } from './default-topics.js';
import { languageOf } from './language.js';
import { wordsOf } from './normalise.js';

export interface Understanding {
  readonly topic: string | null;
  /** 0 to 1; below `sureEnough` a human decides. */
  readonly confidence: number;
  /** The words of the text that weighed. */
  readonly words: readonly string[];
  readonly language: 'fr' | 'en' | null;
  readonly urgency: 'high' | 'normal' | 'low';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  /** A bare thanks: it neither reopens a ticket nor restarts a clock. */
  readonly thanks: boolean;
}

/** From here on the topic may choose the lane. */
export const sureEnough = 0.5;

const urgent = [
  'urgent',
  'urgence',
  'urgently',
  'immediat',
  'immediately',
  'asap',
  'danger',
  'secours',
  'hopital',
  'hospital',
  'emergency',
];
const negative = [
  'inadmissible',
  'honte',
  'nul',
  'marre',
  'scandaleux',
  'pire',
  'jamais',
  'toujours',
  'deçu',
  'decu',
  'insupportable',
  'worst',
  'terrible',
  'awful',
  'unacceptable',
  'angry',
  'never',
  'ridiculous',
  'arnaque',
  'scam',
  'panne',
  'rien',
];
const positive = [
  'merci',
  'bravo',
  'super',
  'genial',
  'parfait',
  'excellent',
  'great',
  'thanks',
  'thank',
  'love',
  'amazing',
  'perfect',
  'top',
];
const thanksOnly = new Set([
  ...'merci thanks thank you thx beaucoup bcp a lot so again very much everyone team equipe toute l parfait perfect super top ok genial great bonne journee soiree good day evening pour votre aide for your help tout est bon c encore nickel vous'.split(
    ' ',
  ),
]);

/**
 * First rules, by words. Stems match the beginning of a word; the topic with most hits wins, and its confidence
 * is its share of all hits, less when there is only one.
 */
export function understand(text: string, topics: readonly Topic[]): Understanding {
  const words = wordsOf(text);
  const scored = scoredTopics(words, topics);
  const [best] = scored;
  const total = scored.reduce((sum, { hits }) => sum + hits.length, 0);
  const share = best ? best.hits.length / total : 0;
  return {
    topic: best?.topic.id ?? null,
    confidence: best && best.hits.length === 1 ? Math.min(share, 0.6) : share,
    words: best?.hits ?? [],
    language: languageOf(text),
    urgency: hitsOf(words, urgent).length > 0 ? 'high' : 'normal',
    sentiment: sentimentOf(words),
    thanks: isThanks(words),
  };
}

interface ScoredTopic {
  readonly topic: Topic;
  readonly hits: readonly string[];
}

function scoredTopics(words: readonly string[], topics: readonly Topic[]): ScoredTopic[] {
  return topics
    .map((topic) => ({ topic, hits: hitsOf(words, topic.words) }))
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => b.hits.length - a.hits.length);
}

/** The topics that a text has words of, most first: what a topic was chosen over. */
export function wordsByTopic(text: string, topics: readonly Topic[]): { topic: string; words: string[] }[] {
  return scoredTopics(wordsOf(text), topics).map(({ topic, hits }) => ({ topic: topic.id, words: [...hits] }));
}

function hitsOf(words: readonly string[], stems: readonly string[]): string[] {
  return words.filter((word) => stems.some((stem) => word === stem || (stem.length >= 5 && word.startsWith(stem))));
}

function sentimentOf(words: readonly string[]): Understanding['sentiment'] {
  const balance = hitsOf(words, positive).length - hitsOf(words, negative).length;
  if (balance === 0) return 'neutral';
  return balance > 0 ? 'positive' : 'negative';
}

function isThanks(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.length <= 8 &&
    words.every((word) => thanksOnly.has(word)) &&
    words.some((word) => ['merci', 'thanks', 'thank', 'thx'].includes(word))
  );
}
