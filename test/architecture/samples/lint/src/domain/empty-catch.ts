// no-restricted-syntax: A catch does something
export function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // It does not matter.
  }
}
