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
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { approvalListNames, lanes, roles, type ApprovalListName, type Lane, type Role } from '../../contract/index.js';

const longestText = 20_000;
const spaces = ['public', 'private'] as const;

export class ApprovalQuery {
  @IsIn(approvalListNames)
  view: ApprovalListName;
}

export class NeededApprovalQuery {
  @IsString()
  @Length(1, 40)
  network: string;

  @IsIn(spaces)
  space: 'public' | 'private';

  /** The network of the public line that is to go with it. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  line?: string;
}

export class SeenBody {
  /** Of the message that was looked at; another one is refused. */
  @IsInt()
  @Min(1)
  version: number;
}

export class ApproveBody extends SeenBody {
  /** As the approver has changed it. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  text?: string | null;

  /** What colleagues proposed for the same ticket goes on waiting. */
  @IsOptional()
  @IsBoolean()
  keepOthers?: boolean;

  /** Seconds in which it can still be taken back. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30)
  undoSeconds?: number;
}

export class DeclineBody extends SeenBody {
  @IsIn(['return', 'reject'])
  as: 'return' | 'reject';

  @IsString()
  @Length(1, 2000)
  advice: string;
}

export class ReworkBody extends SeenBody {
  @IsString()
  @MaxLength(longestText)
  text: string;
}

class ApprovalConditionsBody {
  @IsArray()
  @IsIn(roles, { each: true })
  roles: Role[];

  @IsOptional()
  @IsBoolean()
  inTraining: boolean | null;

  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  topics: string[];

  @IsArray()
  @IsIn(lanes, { each: true })
  lanes: Lane[];

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  networks: string[];

  @IsArray()
  @IsIn(spaces, { each: true })
  spaces: ('public' | 'private')[];

  @IsOptional()
  @IsBoolean()
  crisis: boolean | null;

  @IsOptional()
  @IsBoolean()
  vip: boolean | null;
}

class ApproversBody {
  @IsArray()
  @IsIn(roles, { each: true })
  roles: Role[];

  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  teamIds: string[];

  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  agentIds: string[];
}

class ApprovalRuleBody {
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @IsBoolean()
  enabled: boolean;

  @ValidateNested()
  @Type(() => ApprovalConditionsBody)
  when: ApprovalConditionsBody;

  /** How many must approve; 0: such replies go at once. */
  @IsIn([0, 1, 2])
  needed: 0 | 1 | 2;

  @ValidateNested()
  @Type(() => ApproversBody)
  approvers: ApproversBody;
}

export class ApprovalTrialBody {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ApprovalRuleBody)
  rules: ApprovalRuleBody[];
}

export class ApprovalRulesBody extends ApprovalTrialBody {
  /** The revision that was read; another one is refused. */
  @IsInt()
  @Min(0)
  revision: number;
}
