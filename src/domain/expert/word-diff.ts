export interface DiffPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this a comparison word by word would cost more than it tells. */
const mostWords = 600;

/** What was changed from one text to another, word by word; the spaces go with the words before them. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  const isLong = a.length > mostWords || b.length > mostWords;
  return joined(isLong ? [removed(before), added(after)] : compared(a, b));
}

function piecesOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function compared(a: readonly string[], b: readonly string[]): DiffPart[] {
  const longest = lengths(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]];
    if (left === right) {
      parts.push({ is: 'same', text: left });
      i += 1;
      j += 1;
    } else if (at(longest, i + 1, j) >= at(longest, i, j + 1)) {
      parts.push(removed(left));
      i += 1;
    } else {
      parts.push(added(right));
      j += 1;
    }
  }
  return [...parts, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}

const removed = (text: string): DiffPart => ({ is: 'removed', text });
const added = (text: string): DiffPart => ({ is: 'added', text });
const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How long the longest run of common words is, from each pair of places on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** Neighbours of one kind are one part. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.text === '') continue;
    if (last?.is === part.is) all[all.length - 1] = { is: part.is, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
