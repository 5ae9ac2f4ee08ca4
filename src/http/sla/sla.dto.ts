import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  holidayPresets,
  ladderActs,
  type HolidayPreset,
  type LadderAct,
  lanes,
  type Lane,
} from '../../contract/index.js';

const minutesOfDay = 1440;
const minutesOfYear = 527_040;
const date = /^\d{4}-\d\d-\d\d$/;

/** Minutes since midnight on the wall clock. One that does not end after its start ends the day after. */
export class RangeBody {
  @IsInt()
  @Min(0)
  @Max(minutesOfDay - 1)
  from: number;

  @IsInt()
  @Min(0)
  @Max(minutesOfDay)
  to: number;
}

export class WeekRangeBody extends RangeBody {
  /** 1 for Monday to 7 for Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  day: number;
}

export class SpecialDayBody {
  @Matches(date)
  date: string;

  @IsString()
  @MaxLength(100)
  name: string;

  /** None for a day on which nobody works. */
  @IsArray()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => RangeBody)
  ranges: RangeBody[];
}

export class CalendarBody {
  /** Made by the caller for a calendar that is new. */
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @IsString()
  @Length(1, 60)
  zone: string;

  @IsArray()
  @ArrayMaxSize(56)
  @ValidateNested({ each: true })
  @Type(() => WeekRangeBody)
  week: WeekRangeBody[];

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => SpecialDayBody)
  days: SpecialDayBody[];
}

export class CalendarsBody {
  /** The version that was read; another one is refused. */
  @IsInt()
  @Min(0)
  version: number;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CalendarBody)
  calendars: CalendarBody[];
}

export class PreviewBody {
  @IsInt()
  @Min(1)
  @Max(minutesOfYear)
  minutes: number;

  /** Instead of the calendar as it is saved. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CalendarBody)
  draft?: CalendarBody;
}

export class HolidaysBody {
  @IsInt()
  @Min(0)
  version: number;

  @IsInt()
  @Min(1990)
  @Max(2100)
  fromYear: number;

  @IsInt()
  @Min(1990)
  @Max(2100)
  toYear: number;

  @IsOptional()
  @IsIn(holidayPresets)
  preset?: HolidayPreset;

  /** The text of a calendar file. */
  @IsOptional()
  @IsString()
  @MaxLength(500_000)
  ical?: string;
}

export class ConditionsBody {
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(50, { each: true })
  networks: string[];

  @IsArray()
  @ArrayMaxSize(20)
  @MaxLength(50, { each: true })
  kinds: string[];

  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(lanes, { each: true })
  lanes: Lane[];

  @IsArray()
  @ArrayMaxSize(200)
  @MaxLength(50, { each: true })
  topics: string[];

  @IsArray()
  @ArrayMaxSize(4)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(4, { each: true })
  priorities: number[];

  /** Null: whether or not the person is a VIP. */
  @IsOptional()
  @IsBoolean()
  vip: boolean | null;

  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(80, { each: true })
  brands: string[];
}

function IsMinutes(): PropertyDecorator {
  const rules = [
    IsOptional(),
    IsArray(),
    ArrayMinSize(4),
    ArrayMaxSize(4),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(minutesOfYear, { each: true }),
  ];
  return (target, name) => {
    for (const rule of rules) rule(target, name);
  };
}

/** Minutes for the priorities 1 to 4; what is left out is not promised. */
export class TargetsBody {
  @IsMinutes()
  first_reply?: number[] | null;

  @IsMinutes()
  next_reply?: number[] | null;

  @IsMinutes()
  resolution?: number[] | null;

  @IsMinutes()
  assignment?: number[] | null;

  @IsMinutes()
  ownership_care?: number[] | null;

  @IsMinutes()
  ownership_community?: number[] | null;

  @IsMinutes()
  ownership_expert?: number[] | null;

  @IsMinutes()
  approval?: number[] | null;

  /** To answer a question that a colleague asks. */
  @IsMinutes()
  expert?: number[] | null;
}

export class StepBody {
  /** Hundredths of the target. */
  @IsInt()
  @Min(1)
  @Max(1000)
  percent: number;

  @IsIn(ladderActs)
  act: LadderAct;
}

export class PolicyBody {
  /** Made by the caller for a policy that is new. */
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 80)
  name: string;

  /** Null: around the clock. */
  @IsOptional()
  @IsUUID()
  calendarId: string | null;

  @ValidateNested()
  @Type(() => ConditionsBody)
  when: ConditionsBody;

  @ValidateNested()
  @Type(() => TargetsBody)
  targets: TargetsBody;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => StepBody)
  ladder: StepBody[];
}

export class TrialBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PolicyBody)
  policies: PolicyBody[];
}

export class PoliciesBody extends TrialBody {
  /** The version that was read; another one is refused. */
  @IsInt()
  @Min(0)
  version: number;
}
