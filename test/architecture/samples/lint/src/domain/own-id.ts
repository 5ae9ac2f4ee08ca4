// no-restricted-syntax: Ids and tokens come from platform/ids
export const ownId = (): string => crypto.randomUUID();
