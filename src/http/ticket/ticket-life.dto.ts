import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { waitedFor, type WaitedFor } from '../../contract/index.js';

export class VersionQuery {
  /** The version that was looked at: when the ticket has changed since, the act is refused with the ticket as it is now. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version?: number;
}

export class VersionBody {
  /** The version that was looked at: when the ticket has changed since, the act is refused with the ticket as it is now. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class WaitBody extends VersionBody {
  /** Whom it waits for. */
  @IsIn(waitedFor)
  for: WaitedFor;
}

export class SnoozeBody extends VersionBody {
  @IsISO8601({ strict: true, strictSeparator: true })
  until: string;

  /** Back at once when the customer writes; yes unless told otherwise. */
  @IsOptional()
  @IsBoolean()
  wakeOnCustomer?: boolean;

  /** Beyond what the customer was promised; for those who may decide that. */
  @IsOptional()
  @IsBoolean()
  confirm?: boolean;
}

export class ClassifyBody extends VersionBody {
  /** Null for none; what is not named stays. */
  @ValidateIf((body: ClassifyBody) => body.topic !== undefined && body.topic !== null)
  @IsString()
  @MaxLength(50)
  topic?: string | null;

  /** 1 (urgent) to 4 (can wait). */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(4)
  priority?: number;
}

export class MergeBody extends VersionBody {
  /** The ticket that goes on. */
  @IsUUID()
  into: string;
}

export class SplitBody extends VersionBody {
  /** What goes into a ticket of its own. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  messageIds: string[];
}
