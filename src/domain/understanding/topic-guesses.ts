import type { Topic } from './default-topics.js';
import type { Vector } from './features.js';
import { marginsOf, shares, type Head } from './head.js';
import { noTopic } from './model.js';
import { wordsOf } from './normalise.js';

export interface TopicGuess {
  /** Null: about none of them. */
  readonly topic: string | null;
  readonly confidence: number;
}

/** What one word that the administrator wrote adds, on the scale on which an even chance is 0; the first few count. */
const wordSpeaks = { learnt: 0.6, new: 1.8 };
const mostWords = 2;
/** A topic that nothing was learnt of yet stands so far behind the likeliest, and is carried by its words alone. */
const behind = 2;

/** What a text is about, likeliest first: what was learnt, and the words of each topic. */
export function topicGuesses(head: Head, vector: Vector, words: WordHits): TopicGuess[] {
  const learnt = marginsOf(head, vector).map((margin) => margin * head.sharpness);
  const [least, likeliest] = [Math.min(0, ...learnt), Math.max(...learnt)];
  const names = [...words.keys(), null];
  const sums = names.map((topic) => {
    const column = head.labels.indexOf(topic ?? noTopic);
    const hits = topic === null ? 0 : Math.min(mostWords, words.get(topic)?.length ?? 0);
    const stands = learnt[column];
    // What was learnt has the words in it already.
    if (stands !== undefined) return stands + wordSpeaks.learnt * hits;
    return hits > 0 ? likeliest - behind + wordSpeaks.new * hits : least;
  });
  const all = shares(Float64Array.from(sums), 1);
  return names.map((topic, at) => ({ topic, confidence: all[at] ?? 0 })).sort((a, b) => b.confidence - a.confidence);
}

/** Of each topic, those words of a text that its own words match. */
export type WordHits = ReadonlyMap<string, readonly string[]>;

const shortestStem = 5;

/** Stems match the beginning of a word. */
export function hitsByTopic(text: string, topics: readonly Topic[]): WordHits {
  const words = [...new Set(wordsOf(text))];
  return new Map(topics.map((topic) => [topic.id, hitsOf(words, topic.words)]));
}

export function hitsOf(words: readonly string[], stems: readonly string[]): string[] {
  return words.filter((word) =>
    stems.some((stem) => word === stem || (stem.length >= shortestStem && word.startsWith(stem))),
  );
}
