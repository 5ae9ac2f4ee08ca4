import { entryFr } from './fr/entry.js';
import { inboxFr } from './fr/inbox.js';
import { namesFr } from './fr/names.js';
import { refusalsFr } from './fr/refusals.js';
import { shellFr } from './fr/shell.js';
import type { en } from './phrases.js';

/** A phrase that French lacks does not compile. */
export const fr: Record<keyof typeof en, string> = {
  ...entryFr,
  ...inboxFr,
  ...namesFr,
  ...refusalsFr,
  ...shellFr,
};
