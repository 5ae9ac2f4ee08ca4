import type { SlaBook } from '../../domain/sla/policy.js';

/** What each workspace promises, as it was last read by this process: it is asked for at every change of a ticket. */
export class BookCache {
  private readonly books = new Map<number, SlaBook>();

  /** Null unless it is of this version. */
  known(workspaceId: number, version: number): SlaBook | null {
    const book = this.books.get(workspaceId);
    return book?.version === version ? book : null;
  }

  keep(workspaceId: number, book: SlaBook): void {
    this.books.set(workspaceId, book);
  }
}
