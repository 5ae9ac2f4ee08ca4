import { createHash } from 'node:crypto';

/** What a poll finds is put into the shape of a webhook call, so that one reader reads both. */
export function changeBody(
  page: string,
  at: Date | undefined,
  change: { readonly field: string; readonly value: unknown; readonly object?: string },
): unknown {
  const { object = 'page', ...changes } = change;
  return { object, relais: 'poll', entry: [{ id: page, time: at?.getTime(), changes: [changes] }] };
}

export function messagingBody(page: string, event: unknown, object = 'page'): unknown {
  return { object, relais: 'poll', entry: [{ id: page, messaging: [event] }] };
}

/** What a poll has to tell administrators. */
export function noticeBody(page: string, at: Date | undefined, notice: Notice): unknown {
  return { object: 'page', relais: 'poll', entry: [{ id: page, time: at?.getTime(), notice }] };
}

export interface Notice {
  readonly network: string;
  readonly code: string;
  readonly detail: string;
}

/** A short stand-in for content, so that what changed has another key. */
export function fingerprint(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
