/** Minutes of the wall clock since midnight: half past eight is 510. One that does not end after its start ends the day after. */
export interface OpenRange {
  readonly from: number;
  readonly to: number;
}

/** `day`: 1 for Monday to 7 for Sunday. */
export interface WeekRange extends OpenRange {
  readonly day: number;
}

/** A date that is not like its weekday: no ranges for a holiday, others for half-days and exceptional openings. */
export interface SpecialDay {
  /** `2026-12-24`, in the calendar's zone. */
  readonly date: string;
  readonly name: string;
  readonly ranges: readonly OpenRange[];
}

/** When a team works. A minute counts when the clock on the wall shows a time inside a range. */
export interface Calendar {
  readonly id: string | null;
  readonly name: string;
  readonly zone: string;
  readonly week: readonly WeekRange[];
  readonly days: readonly SpecialDay[];
}

export const minutesOfDay = 1440;

/** For promises that name no calendar. */
export const aroundTheClock: Calendar = {
  id: null,
  name: '24/7',
  zone: 'UTC',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: minutesOfDay })),
  days: [],
};
