/** The values that there are: an optional member may be missing, but never be undefined. */
export function present<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> };
export function present(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
