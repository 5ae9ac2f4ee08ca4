const samples = 20;

/**
 * The server's clock as this screen knows it. What the server said arrives late, never early, so the greatest of
 * the last differences is the nearest to the truth.
 */
export class ServerTime {
  #differences: number[] = [];

  constructor(private readonly local: () => number) {}

  heard(at: string): void {
    const difference = Date.parse(at) - this.local();
    if (Number.isNaN(difference)) return;
    this.#differences = [...this.#differences.slice(1 - samples), difference];
  }

  now(): number {
    const best = this.#differences.length === 0 ? 0 : Math.max(...this.#differences);
    return this.local() + best;
  }
}
