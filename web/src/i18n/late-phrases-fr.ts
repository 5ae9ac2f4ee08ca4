import { adminFr } from './fr/admin.js';
import { expertsFr } from './fr/experts.js';
import { rulesFr } from './fr/rules.js';
import type { lateEn } from './late-phrases.js';

/** A phrase that French lacks does not compile. */
export const lateFr: Record<keyof typeof lateEn, string> = { ...adminFr, ...expertsFr, ...rulesFr };
