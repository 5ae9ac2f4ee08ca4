import type { ValidationError } from 'class-validator';

/** What came in is not of the form that the route asks for. Which fields, and by which rules; never the values. */
export class Invalid extends Error {
  override readonly name = 'Invalid';

  constructor(readonly fields: Readonly<Record<string, readonly string[]>>) {
    super('invalid');
  }

  static of(errors: readonly ValidationError[]): Invalid {
    return new Invalid(Object.fromEntries(errors.flatMap((error) => named(error, ''))));
  }
}

function named(error: ValidationError, path: string): [string, string[]][] {
  const name = `${path}${error.property}`.slice(0, 100);
  const rules = Object.keys(error.constraints ?? {});
  const own: [string, string[]][] = rules.length > 0 ? [[name, rules]] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => named(child, `${name}.`))];
}
