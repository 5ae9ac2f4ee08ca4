/** What time it is. Everything outside the platform asks a clock, so that tests can turn one by hand. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
