// @typescript-eslint/no-floating-promises
export function later(work: () => Promise<void>): void {
  work();
}
