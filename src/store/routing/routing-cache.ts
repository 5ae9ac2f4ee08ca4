import type { ReadyBook } from '../../domain/routing/apply-rules.js';

/** How each workspace routes, made ready, as this process last read it: it is asked at every message. */
export class RoutingCache {
  private readonly books = new Map<number, { readonly version: string; readonly book: ReadyBook }>();

  /** Null unless it is of this version. */
  known(workspaceId: number, version: string): ReadyBook | null {
    const kept = this.books.get(workspaceId);
    return kept?.version === version ? kept.book : null;
  }

  keep(workspaceId: number, version: string, book: ReadyBook): void {
    this.books.set(workspaceId, { version, book });
  }
}
