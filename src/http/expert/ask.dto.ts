import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
} from 'class-validator';
import { askListNames, askModes, type AskListName, type AskMode } from '../../contract/index.js';

const longestText = 10_000;

export class AskQuery {
  @IsIn(askListNames)
  view: AskListName;
}

export class SuggestionQuery {
  /** The ticket's own unless told otherwise. */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  topic?: string;
}

export class AskBody {
  /** The same for every try of one question: it is asked once. */
  @IsUUID()
  clientId: string;

  @IsString()
  @MaxLength(2000)
  question: string;

  /** None for whoever is suggested first. */
  @IsOptional()
  @IsUUID()
  expertId: string | null;

  @IsIn(askModes)
  mode: AskMode;

  @IsOptional()
  @IsString()
  @Length(1, 50)
  topic: string | null;

  /** The expert may see what tells who the customer is; no unless told otherwise. */
  @IsOptional()
  @IsBoolean()
  unmasked?: boolean;

  /** By when an answer is wanted, instead of what the ticket's policy says. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  dueAt?: string;
}

export class AskAgainBody {
  /** None for whoever is suggested first. */
  @IsOptional()
  @IsUUID()
  expertId: string | null;
}

export class ReviewBody {
  @IsIn(['approve', 'return'])
  as: 'approve' | 'return';

  /** As the coach has changed it; as it is when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  text?: string;

  /** What is to be changed, when it goes back. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  advice?: string;

  /** The last message that the screen showed. */
  @IsOptional()
  @IsUUID()
  seenMessageId?: string | null;

  /** All the same, although there is something newer. */
  @IsOptional()
  @IsBoolean()
  anyway?: boolean;
}

export class FirstWordBody {
  @IsIn(['accept', 'later', 'not-me'])
  as: 'accept' | 'later' | 'not-me';

  /** When the expert looks at it again; before it is due. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  until?: string;

  /** Who would know. */
  @IsOptional()
  @IsUUID()
  expertId?: string | null;
}

export class DraftBody {
  @IsString()
  @MaxLength(longestText)
  text: string;

  /** The revision that was read; another one is refused. */
  @IsInt()
  @Min(0)
  revision: number;
}

export class SubmissionBody extends DraftBody {
  /** I agree to be named in public. */
  @IsOptional()
  @IsBoolean()
  consent?: boolean;

  /** The last message that the screen showed. */
  @IsOptional()
  @IsUUID()
  seenMessageId?: string | null;

  /** All the same, although there is something newer. */
  @IsOptional()
  @IsBoolean()
  anyway?: boolean;
}
