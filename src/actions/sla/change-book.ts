import { Refusal } from '../../domain/refusal.js';
import type { SlaBook } from '../../domain/sla/policy.js';
import type { Work } from '../../store/work.js';

/** The book as it is, held, for somebody who has seen this version of it. */
export async function lockBook(tx: Work, seen: number): Promise<SlaBook> {
  const book = await tx.books.lock();
  if (book.version !== seen) throw new Refusal('sla.stale', { version: book.version });
  return book;
}

/** It has changed: the clocks that run are computed afresh, behind everybody's back. */
export async function bookChanged(tx: Work): Promise<void> {
  const version = await tx.books.raise();
  await tx.enqueue('recompute-clocks', { workspaceId: tx.workspaceId, version });
}
