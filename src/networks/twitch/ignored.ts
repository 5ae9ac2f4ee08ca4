import type { Ignored } from '../../domain/message/inbound-event.js';

const longestKind = 80;

export function ignored(what: string): Ignored {
  return { kind: 'ignored', what: what.slice(0, longestKind) };
}
