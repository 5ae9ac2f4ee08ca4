import { adminFr } from './fr/admin.js';
import { approvalsFr } from './fr/approvals.js';
import { asksFr } from './fr/asks.js';
import { composerFr } from './fr/composer.js';
import { contextFr } from './fr/context.js';
import { conversationFr } from './fr/conversation.js';
import { expertsFr } from './fr/experts.js';
import { promisesFr } from './fr/promises.js';
import { rulesFr } from './fr/rules.js';
import type { lateEn } from './late-phrases.js';

/** A phrase that French lacks does not compile. */
export const lateFr: Record<keyof typeof lateEn, string> = {
  ...adminFr,
  ...approvalsFr,
  ...asksFr,
  ...composerFr,
  ...contextFr,
  ...conversationFr,
  ...expertsFr,
  ...promisesFr,
  ...rulesFr,
};
