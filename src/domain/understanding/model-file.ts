import { places } from './features.js';
import type { Head } from './head.js';
import { questions, type LabelledText, type Model, type Question } from './model.js';

interface HeadNote {
  readonly question: Question;
  readonly labels: readonly string[];
  readonly scale: readonly number[];
  readonly bias: readonly number[];
  readonly sharpness: number;
}

interface Header {
  readonly format: 1;
  readonly places: number;
  readonly finest: number;
  readonly heads: readonly HeadNote[];
  readonly starters: readonly LabelledText[];
}

const lengthBytes = 4;
const steps = 255;

/** The model as bytes: the length of a header, the header in JSON, then one byte for each rarity and for each weight. */
export function packModel({ rarities, heads, starters }: Model): Uint8Array {
  const finest = rarities.reduce((most, one) => Math.max(most, one), 0) / steps;
  const header: Header = {
    format: 1,
    places,
    finest,
    heads: questions.map((question) => noteOf(question, heads[question])),
    starters,
  };
  const told = new TextEncoder().encode(JSON.stringify(header));
  const start = lengthBytes + told.length;
  const bytes = new Uint8Array(start + places + questions.reduce((sum, one) => sum + heads[one].weights.length, 0));
  new DataView(bytes.buffer).setUint32(0, told.length);
  bytes.set(told, lengthBytes);
  bytes.set(
    Uint8Array.from(rarities, (one) => (one === 0 ? 0 : Math.max(1, Math.round(one / finest)))),
    start,
  );
  let at = start + places;
  for (const { weights } of questions.map((one) => heads[one])) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return bytes;
}

export function unpackModel(bytes: Uint8Array): Model {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const header = headerOf(new TextDecoder().decode(bytes.subarray(lengthBytes, lengthBytes + length)));
  if (header.format !== 1 || header.places !== places) throw new Error('a model of another making');
  const start = lengthBytes + length;
  const rarities = Float32Array.from(bytes.subarray(start, start + places), (step) => step * header.finest);
  let at = start + places;
  const head = (question: Question): Head => {
    const note = header.heads.find((one) => one.question === question);
    if (!note) throw new Error(`a model that says nothing of ${question}`);
    const weights = new Int8Array(bytes.subarray(at, at + places * note.labels.length));
    at += weights.length;
    const [scale, bias] = [Float32Array.from(note.scale), Float32Array.from(note.bias)];
    return { labels: note.labels, weights, scale, bias, sharpness: note.sharpness };
  };
  const heads = {
    language: head('language'),
    topic: head('topic'),
    urgency: head('urgency'),
    sentiment: head('sentiment'),
    answer: head('answer'),
    lane: head('lane'),
    spam: head('spam'),
    abuse: head('abuse'),
  };
  return { rarities, heads, starters: header.starters };
}

/** Written by `packModel` alone: what does not fit is of another making. */
function headerOf(text: string): Header {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- our own writing, read back
  return JSON.parse(text);
}

function noteOf(question: Question, { labels, scale, bias, sharpness }: Head): HeadNote {
  return { question, labels, scale: [...scale], bias: [...bias], sharpness };
}
