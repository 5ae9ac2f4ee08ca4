// complexity
export function judge(a: boolean, b: boolean, c: boolean): number {
  if (a && b && c) return 1;
  if (a && b) return 2;
  if (b && c) return 3;
  if (a && c) return 4;
  if (a || b) return 5;
  return c ? 6 : 7;
}
