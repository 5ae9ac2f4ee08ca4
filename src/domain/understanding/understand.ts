import { personalIn, type PersonalKind } from '../expert/mask-personal.js';
import { lanes, type Lane } from '../team/role.js';
import type { Topic } from './default-topics.js';
import { piecesOf, vectorOf, type Vector } from './features.js';
import { guessesOf, type Guess } from './head.js';
import type { Model, Question } from './model.js';
import { isBareThanks } from './thanks.js';
import { hitsByTopic, topicGuesses, type TopicGuess } from './topic-guesses.js';
import { urgentWords } from './urgent-words.js';
import { weighedWords } from './weighed-words.js';

/** `wanted`: somebody waits for an answer; `aside`: chat, or other customers answering; the rest says what it is. */
export const answerKinds = ['wanted', 'thanks', 'aside', 'spam', 'abuse'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Understanding {
  readonly topic: string | null;
  /** 0 to 1; below `sureEnough` a human decides. */
  readonly confidence: number;
  /** The words of the text that weighed. */
  readonly words: readonly string[];
  /** The likeliest topics, for whoever decides. */
  readonly guesses: readonly TopicGuess[];
  /** Who it is for, whatever it is about. */
  readonly lane: Lane | null;
  readonly language: 'fr' | 'en' | null;
  readonly urgency: 'high' | 'normal' | 'low';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly answer: AnswerKind;
  /** How sure each of the others is, 0 to 1. */
  readonly sure: Readonly<Record<'lane' | 'language' | 'urgency' | 'sentiment' | 'answer', number>>;
  /** A bare thanks: it neither reopens a ticket nor restarts a clock. */
  readonly thanks: boolean;
  readonly personal: readonly PersonalKind[];
}

/** What is known of something that says nothing. */
export const nothingUnderstood: Understanding = {
  ...{ topic: null, confidence: 0, words: [], guesses: [], lane: null, language: null, urgency: 'normal' },
  ...{ sentiment: 'neutral', answer: 'wanted', thanks: false, personal: [] },
  sure: { lane: 0, language: 0, urgency: 0, sentiment: 0, answer: 0 },
};

/** From here on the topic may choose the lane. */
export const sureEnough = 0.5;
/** A language that is less sure is none: the person's own setting says more. */
const sureOfLanguage = 0.8;
/** To call somebody a spammer or rude takes more. */
const sureOfBad = 0.85;
const mostGuesses = 3;
/** Below this the likeliest topic is a throw of the dice. */
const leastTopic = 0.2;

export interface Mind {
  readonly model: Model;
  readonly topics: readonly Topic[];
}

/** All questions are answered from one reading of the text. */
export function understand(text: string, { model, topics }: Mind): Understanding {
  const vector = vectorOf(piecesOf(text), model.rarities);
  if (vector.at.length === 0) return { ...nothingUnderstood, personal: personalIn(text) };
  const likeliest = (question: Question) => firstOf(guessesOf(model.heads[question], vector));
  const language = likeliest('language');
  const urgency = urgencyOf(text, likeliest('urgency'));
  const sentiment = likeliest('sentiment');
  const answer = answerOf(model, vector);
  const lane = likeliest('lane');
  const thanks = isBareThanks(text);
  return {
    ...topicOf(text, vector, { model, topics }),
    lane: lanes.find((one) => one === lane.label) ?? null,
    language: languageOf(language),
    urgency: oneOf(['high', 'normal', 'low'], urgency.label, 'normal'),
    sentiment: oneOf(['negative', 'neutral', 'positive'], sentiment.label, 'neutral'),
    answer: thanks ? 'thanks' : answer.kind,
    sure: {
      lane: lane.confidence,
      language: language.confidence,
      urgency: urgency.confidence,
      sentiment: sentiment.confidence,
      answer: thanks ? 1 : answer.confidence,
    },
    thanks,
    personal: personalIn(text),
  };
}

const nothing: Guess = { label: '', confidence: 0 };

function firstOf(guesses: readonly Guess[]): Guess {
  return guesses[0] ?? nothing;
}

function oneOf<T extends string>(known: readonly T[], label: string, otherwise: T): T {
  return known.find((one) => one === label) ?? otherwise;
}

function languageOf({ label, confidence }: Guess): Understanding['language'] {
  if (confidence < sureOfLanguage) return null;
  return label === 'fr' || label === 'en' ? label : null;
}

/** Some words press whatever stands beside them. */
function urgencyOf(text: string, guess: Guess): Guess {
  return urgentWords(text).length > 0 ? { label: 'high', confidence: Math.max(sureOfBad, guess.confidence) } : guess;
}

function topicOf(
  text: string,
  vector: Vector,
  { model, topics }: Mind,
): Pick<Understanding, 'topic' | 'confidence' | 'words' | 'guesses'> {
  const hits = hitsByTopic(text, topics);
  const all = topicGuesses(model.heads.topic, vector, hits);
  const guesses = all.filter(({ topic }) => topic !== null).slice(0, mostGuesses);
  const [best] = all;
  const topic = best && best.confidence >= leastTopic ? best.topic : null;
  if (!best || topic === null) return { topic: null, confidence: 0, words: [], guesses };
  return { topic, confidence: best.confidence, words: wordsFor(text, topic, { model, topics }), guesses };
}

/** The words of a text that speak for a topic: those that its administrator wrote, then those that were learnt. */
export function wordsFor(text: string, topic: string, { model, topics }: Mind): readonly string[] {
  const written =
    hitsByTopic(
      text,
      topics.filter(({ id }) => id === topic),
    ).get(topic) ?? [];
  return [...new Set([...written, ...weighedWords(text, topic, { model, head: model.heads.topic })])];
}

function answerOf({ heads }: Model, vector: Vector): { kind: AnswerKind; confidence: number } {
  for (const bad of ['spam', 'abuse'] as const) {
    const { label, confidence } = firstOf(guessesOf(heads[bad], vector));
    if (label === bad && confidence >= sureOfBad) return { kind: bad, confidence };
  }
  const { label, confidence } = firstOf(guessesOf(heads.answer, vector));
  return { kind: oneOf(answerKinds, label, 'wanted'), confidence };
}
