import { textLength, type ReplyWay } from '../../../../../src/contract/index.js';
import type { Draft } from './draft.js';

export type Obstacle =
  | { code: 'empty' }
  | { code: 'too-long'; over: number }
  | { code: 'too-many-files'; max: number }
  | { code: 'files-alone' }
  | { code: 'line-too-long' };

const shownFrom = 0.8;

/** How long the text is as the network counts; null while there is room enough not to care. */
export function lengthTold(text: string, way: ReplyWay): { length: number; max: number; over: number } | null {
  const length = textLength(text, way.unit);
  if (length < way.maxLength * shownFrom) return null;
  return { length, max: way.maxLength, over: Math.max(0, length - way.maxLength) };
}

/** What keeps the reply from going out as it stands. The server refuses the same things. */
export function obstacleTo(draft: Draft, way: ReplyWay | null): Obstacle | null {
  const text = draft.text.trim();
  if (text === '' && draft.files.length === 0) return { code: 'empty' };
  if (!way) return text === '' ? { code: 'empty' } : null;
  const over = textLength(text, way.unit) - way.maxLength;
  if (over > 0) return { code: 'too-long', over };
  if (draft.files.length > way.maxFiles) return { code: 'too-many-files', max: way.maxFiles };
  if (!way.textWithFiles && text !== '' && draft.files.length > 0) return { code: 'files-alone' };
  return null;
}
