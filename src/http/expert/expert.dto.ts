import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { autonomies, type Autonomy } from '../../contract/index.js';
import { WeekRangeBody } from '../sla/sla.dto.js';

export class ExpertTopicBody {
  @IsString()
  @Length(1, 50)
  topic: string;

  @IsInt()
  @Min(1)
  @Max(3)
  level: number;
}

export class ExpertBody {
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ExpertTopicBody)
  topics: ExpertTopicBody[];

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(2, 10, { each: true })
  languages: string[];

  @IsString()
  @Length(1, 60)
  zone: string;

  /** When they can be asked; none for at any time. */
  @IsArray()
  @ArrayMaxSize(56)
  @ValidateNested({ each: true })
  @Type(() => WeekRangeBody)
  hours: WeekRangeBody[];

  /** How many questions a week. */
  @IsInt()
  @Min(1)
  @Max(100)
  weeklyQuota: number;

  /** Who reads an answer before it goes. Experts do not decide that themselves: theirs stays as it is. */
  @IsIn(autonomies)
  autonomy: Autonomy;

  /** As customers see them. */
  @IsString()
  @Length(1, 80)
  signature: string;

  @IsBoolean()
  active: boolean;

  /** To be named in public; only an expert's own word counts. */
  @IsOptional()
  @IsBoolean()
  consent?: boolean;
}

export class EmbargoBody {
  /** Made by the caller for one that is new. */
  @IsUUID()
  id: string;

  /** None for every topic. */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  topic: string | null;

  /** One word or several that follow each other; `5G*` for all that begin so. */
  @IsString()
  @Length(2, 80)
  word: string;

  @IsString()
  @Length(1, 200)
  reason: string;
}

export class EmbargoesBody {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EmbargoBody)
  embargoes: EmbargoBody[];
}
