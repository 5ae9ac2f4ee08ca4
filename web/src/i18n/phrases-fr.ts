import { adminFr } from './fr/admin.js';
import { composerFr } from './fr/composer.js';
import { contextFr } from './fr/context.js';
import { conversationFr } from './fr/conversation.js';
import { entryFr } from './fr/entry.js';
import { expertsFr } from './fr/experts.js';
import { inboxFr } from './fr/inbox.js';
import { namesFr } from './fr/names.js';
import { refusalsFr } from './fr/refusals.js';
import { rulesFr } from './fr/rules.js';
import { shellFr } from './fr/shell.js';
import type { PhraseKey } from './phrases.js';

/** A phrase that French lacks does not compile. */
export const fr: Record<PhraseKey, string> = {
  ...adminFr,
  ...composerFr,
  ...contextFr,
  ...conversationFr,
  ...entryFr,
  ...expertsFr,
  ...inboxFr,
  ...namesFr,
  ...refusalsFr,
  ...rulesFr,
  ...shellFr,
};
