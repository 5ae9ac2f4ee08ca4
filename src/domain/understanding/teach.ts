import type { Lane } from '../team/role.js';
import type { Topic } from './default-topics.js';
import { piecesOf, vectorOf } from './features.js';
import type { Head } from './head.js';
import { noTopic, type LabelledText, type Model, type Question } from './model.js';
import { trainHead, usualTraining, type Breathing, type Example } from './train-head.js';

/** What people said about one message; `trust` is how much it counts. */
export interface Lesson extends LabelledText {
  readonly trust: number;
}

/** What agents can correct; the other heads stay as they are. */
const learnt = ['topic', 'answer', 'lane'] as const;

export interface School {
  readonly topics: readonly Topic[];
  readonly lessons: readonly Lesson[];
}

/** The words of a topic, taken together, are not how anybody writes. */
const trustInWords = 0.5;
/** Real messages say more than the ones that were made up for the start. */
const trustInStarters = 0.6;

/** A model that has learnt from everything there is: always from all of it, never from the newest alone. */
export function* teach(model: Model, { topics, lessons }: School): Breathing<Model> {
  const laneOf = new Map<string, Lane>(topics.map(({ id, lane }) => [id, lane]));
  const all: Lesson[] = [
    ...model.starters.map((one) => ({ ...one, trust: lessons.length === 0 ? 1 : trustInStarters })),
    ...topics.flatMap(lessonsOf),
    ...lessons,
  ].map((one) => withLane(one, laneOf));
  const vectors = all.map(({ text }) => vectorOf(piecesOf(text), model.rarities));
  yield;
  const heads: Record<Question, Head> = { ...model.heads };
  for (const question of learnt) {
    const examples = all.flatMap(({ labels, trust }, at): Example[] => {
      const [label, vector] = [labels[question], vectors[at]];
      const isKnown = question !== 'topic' || label === noTopic || laneOf.has(label ?? '');
      return label !== undefined && vector && isKnown ? [{ vector, label, trust }] : [];
    });
    heads[question] = yield* trainHead(examples, usualTraining);
  }
  return { ...model, heads };
}

function lessonsOf({ id, words, examples = [] }: Topic): Lesson[] {
  const labels = { topic: id };
  return [
    ...(words.length === 0 ? [] : [{ text: words.join(' '), labels, trust: trustInWords }]),
    ...examples.map((text) => ({ text, labels, trust: 1 })),
  ];
}

/** Who a message is for follows from its topic, unless somebody said otherwise. */
function withLane(one: Lesson, laneOf: ReadonlyMap<string, Lane>): Lesson {
  const { topic, lane } = one.labels;
  const follows = topic === noTopic ? 'community' : laneOf.get(topic ?? '');
  return lane !== undefined || follows === undefined ? one : { ...one, labels: { ...one.labels, lane: follows } };
}
