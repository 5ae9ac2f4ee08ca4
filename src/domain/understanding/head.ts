import type { Vector } from './features.js';

/** One question that a model answers about a text, with its answers. */
export interface Head {
  readonly labels: readonly string[];
  /** One row for each place, one column for each label; times `scale` of the label. */
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  /** Makes of what the weights say a probability that can be believed: found on texts that it had not learnt from. */
  readonly sharpness: number;
}

export interface Guess {
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How far the text stands on the side of each label. */
export function marginsOf({ labels, weights, scale, bias }: Head, { at, weight }: Vector): Float64Array {
  const width = labels.length;
  const sums = new Float64Array(width);
  for (let one = 0; one < at.length; one += 1) {
    const row = (at[one] ?? 0) * width;
    const value = weight[one] ?? 0;
    for (let label = 0; label < width; label += 1)
      sums[label] = (sums[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
  return sums.map((sum, label) => sum * (scale[label] ?? 0) + (bias[label] ?? 0));
}

export function shares(margins: Float64Array, sharpness: number): Float64Array {
  const most = margins.reduce((a, b) => Math.max(a, b), -Infinity);
  const parts = margins.map((margin) => Math.exp((margin - most) * sharpness));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/** The answers, likeliest first. */
export function guessesOf(head: Head, vector: Vector): Guess[] {
  const all = shares(marginsOf(head, vector), head.sharpness);
  return head.labels
    .map((label, at) => ({ label, confidence: all[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** How much the pieces of a vector speak for one label. */
export function speaksFor({ labels, weights, scale }: Head, label: string, { at, weight }: Vector): number {
  const column = labels.indexOf(label);
  if (column === -1) return 0;
  let sum = 0;
  for (let one = 0; one < at.length; one += 1)
    sum += (weight[one] ?? 0) * (weights[(at[one] ?? 0) * labels.length + column] ?? 0);
  return sum * (scale[column] ?? 0);
}
