import { daysOfFile } from '../../../../src/contract/sla-rules.js';
import { isRefusal, type SpecialDay } from '../../../../src/contract/index.js';

const whys = [
  'not-a-calendar',
  'not-a-line',
  'event-not-ended',
  'too-many-events',
  'no-start',
  'too-long',
  'not-a-date',
  'rule-not-supported',
] as const;

export interface Found {
  days: readonly SpecialDay[];
  /** Which line of the file cannot be followed, and why. */
  refused: { line: number; why: (typeof whys)[number] } | null;
}

/** The days of a calendar file, by the rules by which the server reads one. */
export function readIcal(text: string, years: { fromYear: number; toYear: number }): Found {
  if (text.trim() === '') return { days: [], refused: null };
  try {
    return { days: daysOfFile(text, years), refused: null };
  } catch (error) {
    if (!isRefusal(error) || !('line' in error.details)) throw error;
    const { line, why } = error.details;
    return { days: [], refused: { line, why: whys.find((one) => one === why) ?? 'not-a-line' } };
  }
}
