/**
 * Readers for what a network sent: nothing of it is trusted to be there or to have its documented type.
 * Each gives the value when it is of that kind, else undefined (or something empty), and none throws.
 */
export type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

/** The value's fields, none when it is no object. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text that says something: the empty text is no value. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id, which some servers send as a number. */
export function id(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value);
}

/** The first of these fields that is an id. */
export function firstId(value: Fields, names: readonly string[]): string | undefined {
  return names.flatMap((name) => id(value[name]) ?? [])[0];
}

/** A finite number, also when it was sent as text. */
export function number(value: unknown): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** An instant written as text (ISO 8601 or RFC 822). */
export function instant(value: unknown): Date | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : new Date(ms);
}

/** An http(s) address; anything else (a relative path, `javascript:`) is no value. */
export function link(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/\S+$/iu.test(value) ? value : undefined;
}
