import { entryEn } from './en/entry.js';
import { inboxEn } from './en/inbox.js';
import { namesEn } from './en/names.js';
import { refusalsEn } from './en/refusals.js';
import { shellEn } from './en/shell.js';
import type { lateEn } from './late-phrases.js';

/** What the inbox says before a ticket is open. What only tickets and other screens say follows it, in `late-phrases.ts`. */
export const en = {
  ...entryEn,
  ...inboxEn,
  ...namesEn,
  ...refusalsEn,
  ...shellEn,
} as const;

export type PhraseKey = keyof typeof en | keyof typeof lateEn;
