// @typescript-eslint/switch-exhaustiveness-check
export function points(lane: 'care' | 'expert'): number {
  switch (lane) {
    case 'care':
      return 1;
  }
  return 0;
}
