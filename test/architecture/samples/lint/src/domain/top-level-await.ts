// no-restricted-syntax: Top-level await belongs
export const value = await Promise.resolve(1);

export async function fine(): Promise<number> {
  return await Promise.resolve(2);
}
