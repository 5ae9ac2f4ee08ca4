import { leansFor, sharpnessFor, type HeldOut } from './calibrate.js';
import { chance } from './chance.js';
import { places, type Vector } from './features.js';
import { marginsOf, type Head } from './head.js';

export interface Example {
  readonly vector: Vector;
  readonly label: string;
  /** How much it counts; 1 unless said otherwise. */
  readonly trust?: number;
}

export interface Training {
  /** How much a mistake costs. */
  readonly cost: number;
  /** 0: every example counts the same; 1: every label counts the same. */
  readonly balance: number;
  /** How often all examples are looked at, at most. */
  readonly passes: number;
  /** Whether rare labels matter as much as frequent ones. */
  readonly evenly: boolean;
}
export const usualTraining: Training = { cost: 1, balance: 0.7, passes: 20, evenly: false };

/** What a training yields at every breath; the caller decides whether others get a turn. */
export type Breathing<T> = Generator<undefined, T>;

export function finish<T>(work: Breathing<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const folds = 4;

/**
 * Linear support vector machines, one label against the rest, by dual coordinate descent (Hsieh et al. 2008). The sharpness is
 * found by leaving out one part of the examples after the other.
 */
export function* trainHead(examples: readonly Example[], training: Training = usualTraining): Breathing<Head> {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const held: HeldOut[] = [];
  for (let fold = 0; fold < folds && examples.length >= folds * 2; fold += 1) {
    const kept = examples.filter((_, at) => at % folds !== fold);
    const head = yield* fit(kept, labels, { ...training, passes: Math.ceil(training.passes / 2) });
    for (let at = fold; at < examples.length; at += folds) {
      const one = examples[at];
      if (one) held.push({ margins: marginsOf(head, one.vector), label: labels.indexOf(one.label) });
    }
    yield;
  }
  const head = yield* fit(examples, labels, training);
  const leans = training.evenly ? leansFor(held, labels.length) : new Float64Array(labels.length);
  const leaning = held.map(({ margins, label }) => ({
    margins: margins.map((one, at) => one + (leans[at] ?? 0)),
    label,
  }));
  const bias = head.bias.map((one, at) => one + (leans[at] ?? 0));
  return { ...head, bias, sharpness: sharpnessFor(leaning) };
}

function* fit(examples: readonly Example[], labels: readonly string[], training: Training): Breathing<Head> {
  const columns: Separated[] = [];
  const touched = [...new Set(examples.flatMap(({ vector }) => [...vector.at]))];
  for (const label of labels) columns.push(yield* separate(examples, label, training));
  return { ...packed(labels, columns, touched), sharpness: 1 };
}

interface Separated {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** One label against all others. */
function* separate(examples: readonly Example[], label: string, training: Training): Breathing<Separated> {
  const side = new Side(examples, label, training);
  let order = examples.map((_, at) => at);
  for (let pass = 0; pass < training.passes; pass += 1) {
    side.shuffle(order);
    const before = order;
    order = before.filter((at) => side.look(at) || pass < 2);
    yield;
    if (side.settled()) break;
  }
  return { weights: side.weights, bias: side.bias };
}

const stillMoves = 0.02;
/** So far on the right side, an example that holds nothing is not looked at again. */
const outOfTheWay = 0.3;

class Side {
  readonly weights = new Float32Array(places);
  bias = 0;
  private readonly holds: Float64Array;
  private readonly squares: Float64Array;
  private readonly next = chance(7);
  private readonly positive: number;
  private most = 0;

  constructor(
    private readonly examples: readonly Example[],
    private readonly label: string,
    private readonly training: Training,
  ) {
    this.holds = new Float64Array(examples.length);
    this.squares = Float64Array.from(examples, ({ vector }) => 1 + vector.weight.reduce((sum, v) => sum + v * v, 0));
    const own = examples.filter((one) => one.label === label).length;
    this.positive = own === 0 ? 1 : Math.max(1, (examples.length - own) / own) ** training.balance;
  }

  shuffle(order: number[]): void {
    this.most = 0;
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.next() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
  }

  settled(): boolean {
    return this.most < stillMoves;
  }

  /** Moves the weights as much as this example asks; false when it has nothing to say any more. */
  look(at: number): boolean {
    const example = this.examples[at];
    if (!example) return false;
    const { vector, label, trust = 1 } = example;
    const sign = label === this.label ? 1 : -1;
    const slack = 1 / (2 * this.training.cost * trust * (sign > 0 ? this.positive : 1));
    const held = this.holds[at] ?? 0;
    const pull = sign * (this.bias + dot(this.weights, vector)) - 1 + slack * held;
    if (held === 0 && pull > 0) return pull < outOfTheWay;
    this.most = Math.max(this.most, Math.abs(pull));
    const now = Math.max(0, held - pull / ((this.squares[at] ?? 1) + slack));
    this.holds[at] = now;
    this.move(vector, (now - held) * sign);
    return true;
  }

  private move({ at, weight }: Vector, by: number): void {
    const { weights } = this;
    for (let one = 0; one < at.length; one += 1) {
      const place = at[one] ?? 0;
      weights[place] = (weights[place] ?? 0) + by * (weight[one] ?? 0);
    }
    this.bias += by;
  }
}

function dot(weights: Float32Array, { at, weight }: Vector): number {
  let sum = 0;
  for (let one = 0; one < at.length; one += 1) sum += (weight[one] ?? 0) * (weights[at[one] ?? 0] ?? 0);
  return sum;
}

const finest = 127;

/** A byte for each weight costs no accuracy that could be measured. `touched`: the only places that can weigh anything. */
function packed(
  labels: readonly string[],
  columns: readonly Separated[],
  touched: readonly number[],
): Omit<Head, 'sharpness'> {
  const width = labels.length;
  const weights = new Int8Array(places * width);
  const scale = new Float32Array(width);
  for (const [column, one] of columns.entries()) {
    const most = touched.reduce((sofar, place) => Math.max(sofar, Math.abs(one.weights[place] ?? 0)), 0);
    const step = most / finest;
    scale[column] = step;
    if (step === 0) continue;
    for (const place of touched) weights[place * width + column] = Math.round((one.weights[place] ?? 0) / step);
  }
  return { labels, weights, scale, bias: Float32Array.from(columns, ({ bias }) => bias) };
}
