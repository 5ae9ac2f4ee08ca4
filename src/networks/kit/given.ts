/** The field when there is a value, for a spread: an optional field is left out rather than undefined. */
export function given<N extends string, V>(name: N, value: V | undefined): Partial<Record<N, V>> {
  const field: Partial<Record<N, V>> = {};
  if (value !== undefined) field[name] = value;
  return field;
}
