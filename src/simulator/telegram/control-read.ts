import type { Request } from 'express';

import type { Failing, FaultOf } from '../kit/script.js';
import type { CustomerFile, CustomerMessage, Where } from './customers.js';
import type { FileKind, MessageRef, Standing } from './model.js';

const kinds: readonly FileKind[] = ['photo', 'document', 'video', 'audio', 'voice', 'animation', 'sticker'];
const standings: readonly Standing[] = ['member', 'administrator', 'left', 'kicked'];

type Json = Readonly<Record<string, unknown>>;

export function callOf(request: Request): Fields {
  return new Fields(objectOf(request.body));
}

/** The body of a control call; what is missing or of another type throws. */
export class Fields {
  constructor(private readonly body: Json) {}

  word(name: string, otherwise?: string): string {
    const value = this.body[name] ?? otherwise;
    if (typeof value !== 'string') throw new Error(`${name} is missing`);
    return value;
  }

  whole(name: string): number {
    const value = Number(this.body[name]);
    if (!Number.isSafeInteger(value)) throw new Error(`${name} is no number`);
    return value;
  }

  flag(name: string): boolean {
    return this.body[name] === true;
  }

  is(name: string, value: unknown): boolean {
    return this.body[name] === value;
  }

  optional<N extends string>(name: N): Partial<Record<N, string>> {
    const found: Partial<Record<N, string>> = {};
    if (typeof this.body[name] === 'string') found[name] = this.body[name];
    return found;
  }

  number<N extends string>(name: N): Partial<Record<N, number>> {
    const found: Partial<Record<N, number>> = {};
    if (typeof this.body[name] === 'number') found[name] = this.body[name];
    return found;
  }

  standing(name: string): Standing {
    const standing = standings.find((one) => one === this.body[name]);
    if (standing === undefined) throw new Error(`${name} is none of ${standings.join(', ')}`);
    return standing;
  }

  standings(name: string): Record<string, Standing> {
    const inside = new Fields(objectOf(this.body[name]));
    return Object.fromEntries(Object.keys(inside.body).map((bot) => [bot, inside.standing(bot)]));
  }

  ref(): MessageRef {
    const ref = new Fields(objectOf(this.body['ref']));
    return { chat: ref.whole('chat'), message: ref.whole('message'), ...ref.optional('business') };
  }

  message(): CustomerMessage {
    const files = listOf(this.body['files']);
    return {
      handle: this.word('handle'),
      to: whereOf(new Fields(objectOf(this.body['to']))),
      ...this.optional('name'),
      ...this.optional('language'),
      ...this.optional('text'),
      ...this.number('replyTo'),
      files: files.map((file) => fileOf(new Fields(objectOf(file)))),
    };
  }

  fault(): FaultOf {
    return { ...this.optional('path'), ...this.optional('method'), ...this.number('times') };
  }

  failing(): Failing {
    const headers = Object.entries(objectOf(this.body['headers'])).map(
      ([name, value]) => [name, String(value)] as const,
    );
    const status = this.number('status').status ?? 500;
    return { ...this.fault(), status, headers: Object.fromEntries<string>(headers), body: this.body['body'] };
  }
}

function whereOf(to: Fields): Where {
  const { bot, business } = { ...to.optional('bot'), ...to.optional('business') };
  if (bot !== undefined) return { bot };
  if (business !== undefined) return { business };
  const { group, channel, topic } = { ...to.number('group'), ...to.number('channel'), ...to.number('topic') };
  if (group !== undefined) return { group, ...(topic === undefined ? {} : { topic }) };
  if (channel !== undefined) return { channel };
  throw new Error('to is missing');
}

function fileOf(file: Fields): CustomerFile {
  const kind = kinds.find((one) => file.is('kind', one));
  if (kind === undefined) throw new Error(`kind is none of ${kinds.join(', ')}`);
  const { base64 } = file.optional('base64');
  return {
    kind,
    ...file.optional('name'),
    ...file.optional('mime'),
    ...file.number('size'),
    ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, 'base64') }),
  };
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
