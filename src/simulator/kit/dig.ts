/** What lies in a value under a path of names, "reply.parent.uri"; undefined when nothing does. */
export function dig(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    return typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === name)?.[1] : undefined;
  }, value);
}

export function digText(value: unknown, path: string): string | undefined {
  const found = dig(value, path);
  return typeof found === 'string' ? found : undefined;
}

export function digList(value: unknown, path: string): readonly unknown[] {
  const found = dig(value, path);
  return Array.isArray(found) ? found : [];
}
