// no-restricted-syntax: at most five dependencies
export class Overloaded {
  constructor(
    readonly a: string,
    readonly b: string,
    readonly c: string,
    readonly d: string,
    readonly e: string,
    readonly f: string,
  ) {}
}
