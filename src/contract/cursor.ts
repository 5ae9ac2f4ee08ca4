/** Orders events as they became visible. */
export interface Place {
  readonly xid: bigint;
  readonly id: bigint;
}

/**
 * A place in the feed of one workspace: opaque to consoles but for its order. `epoch` changes when the feed's
 * history does (a restored database).
 */
export interface Cursor extends Place {
  readonly epoch: string;
}

/** As text: `epoch.xid.id`. */
export function cursorText(cursor: Cursor): string {
  return `${cursor.epoch}.${cursor.xid.toString()}.${cursor.id.toString()}`;
}

/** Null when the text is no cursor at all. */
export function readCursor(text: string): Cursor | null {
  const match = /^([\w-]{1,64})\.(\d{1,20})\.(\d{1,20})$/.exec(text);
  const [, epoch, xid, id] = match ?? [];
  if (epoch === undefined || xid === undefined || id === undefined) return null;
  return { epoch, xid: BigInt(xid), id: BigInt(id) };
}

/** Negative when `a` comes first. Cursors of different epochs have no order: ask only within one. */
export function compareCursors(a: Place, b: Place): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}
