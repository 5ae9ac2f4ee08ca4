import { adminEn } from './en/admin.js';
import { approvalsEn } from './en/approvals.js';
import { asksEn } from './en/asks.js';
import { composerEn } from './en/composer.js';
import { contextEn } from './en/context.js';
import { conversationEn } from './en/conversation.js';
import { expertsEn } from './en/experts.js';
import { promisesEn } from './en/promises.js';
import { rulesEn } from './en/rules.js';

/** What is said on screens and panes under `AllPhrases` only. */
export const lateEn = {
  ...adminEn,
  ...approvalsEn,
  ...asksEn,
  ...composerEn,
  ...contextEn,
  ...conversationEn,
  ...expertsEn,
  ...promisesEn,
  ...rulesEn,
} as const;
