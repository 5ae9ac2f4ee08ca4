// no-restricted-syntax: Ask a Clock
export const stopwatch = (): number => performance.now();
