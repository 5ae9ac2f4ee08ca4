// no-restricted-syntax: at most three parameters
export class Sum {
  of(a: number, b: number, c: number, d: number): number {
    return a + b + c + d;
  }
}
