import type { ShownRow } from './shown-rows.js';

/** The nearest row that is still there, above or below; the first one when nothing was chosen yet. */
export function neighbour(rows: readonly ShownRow[], from: string | null, step: 1 | -1): string | null {
  const at = rows.findIndex(({ row }) => row.id === from);
  if (at === -1) return rows.find(({ gone }) => !gone)?.row.id ?? null;
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const one = rows[index];
    if (one && !one.gone) return one.row.id;
  }
  return null;
}
