import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { lanes, teamModes, type Lane, type TeamMode } from '../../contract/index.js';

export class TeamBody {
  /** Made by the caller for a team that is new. */
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @IsIn(lanes)
  lane: Lane;

  /** Are its people given work, or do they ask for it? */
  @IsIn(teamModes)
  mode: TeamMode;

  /** Who helps out when nobody of the team can. */
  @IsOptional()
  @IsUUID()
  neighbourId: string | null;

  /** How many seconds somebody has to accept what comes to them, 30 for most; null: it is theirs at once. Only where work is given. */
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(600)
  offerSeconds: number | null;

  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  members: string[];
}

export class TeamsBody {
  /** The revision that was read; another one is refused. */
  @IsInt()
  @Min(0)
  revision: number;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TeamBody)
  teams: TeamBody[];
}

export class SkillBody {
  @IsString()
  @Length(1, 40)
  name: string;

  @IsInt()
  @Min(1)
  @Max(3)
  level: number;
}

/** Each list that is not empty must hold the ticket's. */
export class ReachBody {
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(40, { each: true })
  networks: string[];

  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  accounts: string[];

  /** Names of brands. */
  @IsArray()
  @ArrayMaxSize(200)
  @MaxLength(120, { each: true })
  brands: string[];
}

export class SkillsBody {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SkillBody)
  skills: SkillBody[];

  @IsOptional()
  @IsUUID()
  shiftId?: string | null;

  /** The calendar by which they are called for what cannot wait, while nobody at work can have it. */
  @IsOptional()
  @IsUUID()
  onCallId?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => ReachBody)
  reach?: ReachBody;
}
