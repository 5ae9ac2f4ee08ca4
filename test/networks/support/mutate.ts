type Path = readonly (string | number)[];

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Values that a sender who is careless, of another version or hostile might put anywhere. JSON can carry each. */
const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e21,
  -1e300,
  8.64e15 + 1,
  '9007199254740993123',
  '',
  ' ',
  '0',
  'x'.repeat(5000),
  '\u0000\ud800',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '2026-99-99T99:99:99Z',
  [],
  {},
  [null],
  [[[]]],
  { toString: 'x', constructor: 'x', length: 9 },
];

/** A copy of `body` in which one to three places are not as they should be. */
export function mutated(body: unknown, random: () => number): unknown {
  const times = 1 + Math.floor(random() * 3);
  let copy = body;
  for (let time = 0; time < times; time += 1) copy = oneChange(copy, random);
  return copy;
}

function oneChange(body: unknown, random: () => number): unknown {
  const path = pick(pathsOf(body), random);
  const way = Math.floor(random() * 8);
  if (path === undefined || path.length === 0) return way < 4 ? body : pick(strange, random);
  if (way === 0) return changed(body, path, () => undefined);
  if (way === 1) return changed(body, path, (value) => [value]);
  if (way === 2) return changed(body, path, (value) => (Array.isArray(value) ? [...value, ...value] : { value }));
  if (way === 3) return changed(body, path, swappedType);
  // What is elsewhere in the same body has the shape that a reader half expects.
  if (way === 4) return changed(body, path, () => valueAt(body, pick(pathsOf(body), random) ?? []));
  return changed(body, path, () => pick(strange, random));
}

function swappedType(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return { ...value };
  return typeof value === 'object' && value !== null ? Object.values(value) : 'swapped';
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function valueAt(body: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof body !== 'object' || body === null) return body;
  return valueAt(new Map(Object.entries(body)).get(String(key)), rest);
}

/** `undefined` takes the place away. */
function changed(body: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(body);
  if (typeof body !== 'object' || body === null) return body;
  const parts = new Map(Object.entries(body));
  const part = changed(parts.get(String(key)), rest, change);
  if (part === undefined) parts.delete(String(key));
  else parts.set(String(key), part);
  return Array.isArray(body) ? [...parts.values()] : Object.fromEntries(parts);
}

function pick<T>(all: readonly T[], random: () => number): T | undefined {
  return all[Math.floor(random() * all.length)];
}
