import { adminEn } from './en/admin.js';
import { composerEn } from './en/composer.js';
import { contextEn } from './en/context.js';
import { conversationEn } from './en/conversation.js';
import { entryEn } from './en/entry.js';
import { expertsEn } from './en/experts.js';
import { inboxEn } from './en/inbox.js';
import { namesEn } from './en/names.js';
import { refusalsEn } from './en/refusals.js';
import { rulesEn } from './en/rules.js';
import { shellEn } from './en/shell.js';

export const en = {
  ...adminEn,
  ...composerEn,
  ...contextEn,
  ...conversationEn,
  ...entryEn,
  ...expertsEn,
  ...inboxEn,
  ...namesEn,
  ...refusalsEn,
  ...rulesEn,
  ...shellEn,
} as const;

export type PhraseKey = keyof typeof en;
