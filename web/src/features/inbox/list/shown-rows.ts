import type { TicketRow } from '../../../../../src/contract/index.js';

export interface ShownRow {
  row: TicketRow;
  /** It has left the list, and stands here for a moment so that nothing jumps. */
  gone: boolean;
}

export interface Shown {
  rows: ShownRow[];
  added: number;
  moved: number;
}

/**
 * What a held list shows: the rows in the order they had when it was held, each with its newest content. What is
 * new or has moved is only counted. Rows that were loaded below the held ones are shown at once: they move nothing.
 */
export function holdRows(held: readonly TicketRow[], fresh: readonly TicketRow[]): Shown {
  const heldIds = new Set(held.map((row) => row.id));
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const lastKept = fresh.findLastIndex((row) => heldIds.has(row.id));
  const below = lastKept === -1 ? [] : fresh.slice(lastKept + 1);
  const above = lastKept === -1 ? fresh : fresh.slice(0, lastKept);
  const kept = held.map((row) => ({ row: byId.get(row.id) ?? row, gone: !byId.has(row.id) }));
  return {
    rows: [...kept, ...below.map((row) => ({ row, gone: false }))],
    added: above.filter((row) => !heldIds.has(row.id)).length,
    moved: movedCount(held, fresh),
  };
}

/** How few rows one would have to pick up to bring the old order to the new one. */
function movedCount(held: readonly TicketRow[], fresh: readonly TicketRow[]): number {
  const places = new Map(fresh.map((row, place) => [row.id, place]));
  const order = held.map((row) => places.get(row.id)).filter((place) => place !== undefined);
  return order.length - longestRise(order);
}

/** Length of the longest rising run of a sequence, gaps allowed. */
function longestRise(sequence: readonly number[]): number {
  const tails: number[] = [];
  for (const value of sequence) {
    const at = tails.findIndex((tail) => tail >= value);
    if (at === -1) tails.push(value);
    else tails[at] = value;
  }
  return tails.length;
}

export interface Ghost {
  row: TicketRow;
  index: number;
  until: number;
}

/** The free list, with the rows that have just left still in their places. */
export function withGhosts(fresh: readonly TicketRow[], ghosts: readonly Ghost[]): ShownRow[] {
  const rows: ShownRow[] = fresh.map((row) => ({ row, gone: false }));
  const present = new Set(fresh.map((row) => row.id));
  for (const ghost of [...ghosts].sort((a, b) => a.index - b.index)) {
    if (!present.has(ghost.row.id)) rows.splice(ghost.index, 0, { row: ghost.row, gone: true });
  }
  return rows;
}

/** The rows of `before` that are not in `after`, as ghosts that fade at `until`. */
export function departed(before: readonly TicketRow[], after: readonly TicketRow[], until: number): Ghost[] {
  const present = new Set(after.map((row) => row.id));
  return before.flatMap((row, index) => (present.has(row.id) ? [] : [{ row, index, until }]));
}
