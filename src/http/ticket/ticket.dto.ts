import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
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
  lanes,
  listOrders,
  outcomes,
  viewNames,
  type Lane,
  type ListOrder,
  type Outcome,
  type ViewName,
} from '../../contract/index.js';
import { VersionBody } from './ticket-life.dto.js';

/** Longer than any network allows; the network's own limit is the business of the rules. */
const longestText = 20_000;
const place = /^(infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)~[0-9a-f-]{36}$/;

export class TicketQuery {
  @IsIn(viewNames)
  view: ViewName;

  @IsOptional()
  @IsIn(listOrders)
  order?: ListOrder;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  network?: string;

  /** A lane. */
  @IsOptional()
  @IsIn(lanes)
  lane?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  topic?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  language?: string;

  /** The `next` of the page before. */
  @IsOptional()
  @Matches(place)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class OlderQuery {
  /** The id of the oldest message that is there already. */
  @IsUUID()
  before: string;
}

export class AssignBody extends VersionBody {
  @IsUUID()
  agentId: string;
}

export class TransferBody extends VersionBody {
  @IsIn(lanes)
  lane: Lane;

  @IsOptional()
  @IsUUID()
  agentId?: string;

  @IsString()
  @Length(0, 2000)
  note: string;
}

export class CloseBody extends VersionBody {
  @IsIn(outcomes)
  outcome: Outcome;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class NoteBody {
  /** The same for every try of one note. */
  @IsUUID()
  clientId: string;

  @IsString()
  @Length(1, longestText)
  text: string;

  /** The draft that it was: it ends with this. */
  @IsOptional()
  @IsUUID()
  draftId?: string;
}

/** A line under the public message that is answered in private. */
export class PairedBody {
  @IsUUID()
  clientId: string;

  /** The public exchange that it stands in. */
  @IsUUID()
  threadId: string;

  @IsUUID()
  accountId: string;

  @IsString()
  @Length(1, longestText)
  text: string;
}

export class ReplyBody {
  /** The same for every try of one reply: a repeated one is answered as the first was. */
  @IsUUID()
  clientId: string;

  @IsUUID()
  threadId: string;

  @IsIn(['public', 'private'])
  space: 'public' | 'private';

  @IsUUID()
  accountId: string;

  @IsString()
  @MaxLength(longestText)
  text: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  fileIds: string[];

  /** The newest message of the customer that the writer has seen. */
  @IsOptional()
  @IsUUID()
  seenMessageId: string | null;

  /** Send although the customer has written meanwhile. */
  @IsOptional()
  @IsBoolean()
  anyway?: boolean;

  /** When it is to go; at once when not given. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  sendAt?: string | null;

  /** Seconds in which a reply that goes at once can still be taken back; none when not given. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30)
  undoSeconds?: number;

  /** Do not send it if the customer writes before it goes. */
  @IsOptional()
  @IsBoolean()
  unlessAnswered?: boolean;

  /** With a private answer to a public message: goes when the private one was accepted, and not at all otherwise. */
  @IsOptional()
  @ValidateNested()
  @Type(() => PairedBody)
  paired?: PairedBody;

  /** The draft that it was: it ends with this. */
  @IsOptional()
  @IsUUID()
  draftId?: string;
}
