/** What time it is. Everything outside the platform asks a clock, so that tests can turn one by hand. */
export interface Clock {
  now(): Date;
}

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}
