import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  bulkActNames,
  lanes,
  outcomes,
  viewNames,
  type BulkAct,
  type Lane,
  type Outcome,
  type ViewName,
} from '../../contract/index.js';

/** A list, by what narrows it. */
export class BulkList {
  @IsIn(viewNames)
  view: ViewName;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  network?: string;

  @IsOptional()
  @IsIn(lanes)
  lane?: Lane;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  topic?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  language?: string;
}

const needs = (act: BulkAct['act']) => (body: BulkBody) => body.act === act;

export class BulkBody {
  @IsIn(bulkActNames)
  act: BulkAct['act'];

  /** The tickets, by their ids; or `list`. */
  @ValidateIf((body: BulkBody) => body.list === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  ids?: string[];

  /** All tickets of a list, as it is now. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BulkList)
  list?: BulkList;

  /** To assign. */
  @ValidateIf(needs('assign'))
  @IsUUID()
  agentId?: string;

  /** To transfer, with the note. */
  @ValidateIf(needs('transfer'))
  @IsIn(lanes)
  lane?: Lane;

  @ValidateIf(needs('transfer'))
  @IsString()
  @Length(1, 2000)
  note?: string;

  /** To close. */
  @ValidateIf(needs('close'))
  @IsIn(outcomes)
  outcome?: Outcome;

  /** 1 (urgent) to 4 (can wait). */
  @ValidateIf(needs('priority'))
  @IsInt()
  @Min(1)
  @Max(4)
  priority?: number;

  /** Null or nothing for none. */
  @ValidateIf((body: BulkBody) => needs('topic')(body) && body.topic !== undefined && body.topic !== null)
  @IsString()
  @MaxLength(50)
  topic?: string | null;
}

export class BulkStartBody extends BulkBody {
  /** The same for every try of one request: it is carried out once. */
  @IsUUID()
  clientId: string;
}
