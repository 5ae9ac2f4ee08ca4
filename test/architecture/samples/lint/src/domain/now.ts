// no-restricted-syntax: Ask a Clock
export const now = (): number => Date.now();
