import { textLength, type Conversation } from '../../../../../src/contract/index.js';
import type { PairedBody } from '../../../api/messages.js';
import type { Obstacle } from './check-draft.js';
import type { Draft } from './draft.js';
import type { Mode, Route, Routes } from './modes.js';

/** Spoken to the customer, so in their language and not in the reader's. */
const lines = {
  fr: (name: string) => `Bonjour ${name}, nous vous écrivons en message privé.`,
  en: (name: string) => `Hello ${name}, we are writing to you in a private message.`,
} as const;

export function firstLine(name: string, language: string | null): string {
  return lines[language === 'fr' ? 'fr' : 'en'](name);
}

/** Where a line can be written beside a private answer: in public, as long as nothing was said in private yet. */
export function lineRoute(screen: Conversation, answer: Route | null, routes: Routes): Route | null {
  if (answer?.way.space !== 'private' || routes.public?.way.open !== true) return null;
  // A reply that was taken back leaves its exchange open, though nobody has read anything in it.
  const begun = screen.messages.some(
    ({ space, direction, state }) => space === 'private' && (direction === 'in' || state === 'sent'),
  );
  return begun && !answer.way.fromPublic ? null : routes.public;
}

/** What goes out in public together with the private answer. */
export function lineOf(route: Route | null, draft: Draft): Omit<PairedBody, 'clientId'> | null {
  const text = draft.line?.trim() ?? '';
  return route && text !== '' ? { threadId: route.thread.id, accountId: route.way.accountId, text } : null;
}

export function obstacleOfLine(route: Route | null, draft: Draft): Obstacle | null {
  const tooLong = route && draft.line !== null && textLength(draft.line, route.way.unit) > route.way.maxLength;
  return tooLong ? { code: 'line-too-long' } : null;
}

/** What everybody would read of what is written here. */
export function saidInPublic({ mode, line }: { mode: Mode; line: Route | null }, draft: Draft): string {
  return mode === 'public' ? draft.text : (lineOf(line, draft)?.text ?? '');
}
