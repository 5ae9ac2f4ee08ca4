import type { Request } from 'express';

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** The parameters of a call, however they came: in the query, as a form, as JSON, or as a form with files. */
export class Params {
  private readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: readonly Upload[];

  constructor(request: Request) {
    const body: unknown = request.body;
    this.values = { ...request.query, ...(typeof body === 'object' ? body : {}) };
    const files = Array.isArray(request.files) ? request.files : [];
    this.uploads = files.map((file) => ({
      field: file.fieldname,
      name: file.originalname,
      mime: file.mimetype,
      bytes: file.buffer,
    }));
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' ? value : undefined;
  }

  whole(name: string): number | undefined {
    const text = this.text(name);
    return text !== undefined && /^-?\d+$/u.test(text) ? Number(text) : undefined;
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  /** An object or a list; in a form it is JSON within text. */
  object(name: string): Readonly<Record<string, unknown>> {
    const value = this.read(name);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  }

  list(name: string): readonly unknown[] {
    const value = this.read(name);
    return Array.isArray(value) ? value : [];
  }

  private read(name: string): unknown {
    const value = this.values[name];
    if (typeof value !== 'string' || !/^[[{]/u.test(value)) return value;
    const read: unknown = JSON.parse(value);
    return read;
  }
}
