// no-restricted-syntax: Take it from the caller
export const chance = (): number => Math.random();
