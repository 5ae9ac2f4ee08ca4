import { shares } from './head.js';

/** What a model said of texts that it had not learnt from, and what is true. */
export interface HeldOut {
  readonly margins: Float64Array;
  readonly label: number;
}

const rounds = 24;

/** The sharpness under which what was left out is likeliest. */
export function sharpnessFor(held: readonly HeldOut[]): number {
  if (held.length === 0) return 1;
  const surprise = (sharpness: number): number =>
    held.reduce((sum, { margins, label }) => sum - Math.log(Math.max(1e-9, shares(margins, sharpness)[label] ?? 0)), 0);
  let [low, high] = [Math.log(0.1), Math.log(20)];
  for (let round = 0; round < rounds; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (surprise(Math.exp(left)) < surprise(Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

const leanSteps = Array.from({ length: 25 }, (_, at) => (at - 12) / 10);
const sweeps = 3;

/** What to add for each label so that rare ones are found as well as frequent ones: the best mean of the F1 of all labels. */
export function leansFor(held: readonly HeldOut[], width: number): Float64Array {
  const leans = new Float64Array(width);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let label = 0; label < width; label += 1) {
      const scores = leanSteps.map((step) => ({
        step,
        score: meanF1(held, leans.with(label, step)) - Math.abs(step) / 1000,
      }));
      leans[label] = scores.reduce((best, one) => (one.score > best.score ? one : best)).step;
    }
  }
  return leans;
}

function meanF1(held: readonly HeldOut[], leans: Float64Array): number {
  const width = leans.length;
  const [hits, said, true_] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  for (const { margins, label } of held) {
    const best = argmax(margins, leans);
    said[best] = (said[best] ?? 0) + 1;
    true_[label] = (true_[label] ?? 0) + 1;
    if (best === label) hits[best] = (hits[best] ?? 0) + 1;
  }
  const scores = hits.map((hit, at) => (2 * hit) / Math.max(1, (said[at] ?? 0) + (true_[at] ?? 0)));
  return scores.reduce((sum, one) => sum + one, 0) / width;
}

function argmax(margins: Float64Array, leans: Float64Array): number {
  let best = 0;
  let most = -Infinity;
  for (let at = 0; at < margins.length; at += 1) {
    const here = (margins[at] ?? 0) + (leans[at] ?? 0);
    if (here > most) [best, most] = [at, here];
  }
  return best;
}
