import type { DraftView } from '../../../../../src/contract/index.js';
import type { StoredFile } from '../../../api/files.js';
import type { Mode } from './modes.js';

export interface Draft {
  text: string;
  files: readonly StoredFile[];
  /** Null until the writer has chosen: then it follows from where the customer wrote. */
  mode: Mode | null;
  /** What is said in public beside a private answer; null for nothing. */
  line: string | null;
  /** The reply's own id: the same for every try, so that a repeated one is not sent twice. */
  clientId: string | null;
  /** The last try that was not refused: its words, and what it said besides. */
  tried: Tried | null;
  /** The draft's own id, from the first time that it is saved. */
  id: string | null;
  /** The revision that the server has of it; 0 for none. */
  base: number;
  /** It says something that the server has not been told. */
  unsaved: boolean;
  /** Colleagues may read it. */
  shared: boolean;
}

export interface Tried {
  content: string;
  seenMessageId: string | null;
  anyway: boolean;
}

const unknown = { id: null, base: 0, unsaved: false, shared: false } as const;
export const nothing: Draft = {
  text: '',
  files: [],
  mode: null,
  line: null,
  clientId: null,
  tried: null,
  ...unknown,
};

export function isEmpty({ text, files, line }: Pick<Draft, 'text' | 'files' | 'line'>): boolean {
  return text.trim() === '' && files.length === 0 && (line ?? '').trim() === '';
}

export function saysSame(
  a: Pick<Draft, 'text' | 'files' | 'line'>,
  b: Pick<Draft, 'text' | 'files' | 'line'>,
): boolean {
  const files = (one: Pick<Draft, 'files'>) => one.files.map(({ id }) => id).join();
  return a.text === b.text && (a.line ?? '') === (b.line ?? '') && files(a) === files(b);
}

export function draftOfView({ text, files, mode, line, id, revision, shared }: DraftView): Draft {
  return { ...nothing, text, files, mode, line, id, base: revision, shared };
}

/** What becomes of a draft here when another one is known to the server: kept, replaced, or both for the writer to choose from. */
export function meet(here: Draft, there: DraftView): Draft | 'conflict' {
  if (there.ended !== null)
    return here.unsaved ? { ...here, ...unknown, unsaved: true } : { ...nothing, mode: here.mode };
  const same = here.id === there.id;
  if (same && there.revision <= here.base) return { ...here, shared: there.shared };
  if (saysSame(here, there) || isEmpty(here) || (same && !here.unsaved)) {
    return { ...draftOfView(there), clientId: here.clientId, tried: here.tried };
  }
  return 'conflict';
}
