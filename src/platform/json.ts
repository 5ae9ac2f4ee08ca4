/** What V8 tells a reviver beside the value; TypeScript does not know it yet. */
interface Origin {
  readonly source?: string;
}

const whole = /^-?\d+$/;

/**
 * JSON whose integers beyond 2^53 become text, digit for digit: networks number their messages with them, and rounding
 * one makes it somebody else's. Throws a SyntaxError when `text` is no JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, origin?: Origin): unknown => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
    const source = origin?.source;
    return source !== undefined && whole.test(source) ? source : value;
  });
}

/** The same value without what PostgreSQL can hold in no text: the character 0, and halves of surrogate pairs. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]));
}
