import { adminEn } from './en/admin.js';
import { expertsEn } from './en/experts.js';
import { rulesEn } from './en/rules.js';

/** What is said on screens under `AllPhrases` only. */
export const lateEn = { ...adminEn, ...expertsEn, ...rulesEn } as const;
