// no-restricted-syntax: import.meta belongs
export const here = import.meta.url;
