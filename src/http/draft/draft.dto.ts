import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { draftModes, type DraftMode } from '../../contract/index.js';

/** Longer than any network allows: what is too long to send is kept all the same. */
const longestText = 20_000;

export class ReplyDraftBody {
  /** The writer’s own: the same from the first letter on. */
  @IsUUID()
  id: string;

  @IsIn(draftModes)
  mode: DraftMode;

  /** The revision that the writer goes on from; 0 for what was just begun. Another one is refused. */
  @IsInt()
  @Min(0)
  base: number;

  @IsString()
  @MaxLength(longestText)
  text: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  fileIds: string[];

  /** What is said in public beside a private answer. */
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  line?: string | null;

  /** The way that was chosen to send it. */
  @IsOptional()
  @IsUUID()
  threadId?: string | null;

  @IsOptional()
  @IsUUID()
  accountId?: string | null;
}

export class ShareBody {
  @IsBoolean()
  shared: boolean;
}

export class RestoreBody {
  /** How it stood at some time before; as it was erased when not given. */
  @IsOptional()
  @IsInt()
  @Min(1)
  revision?: number;
}

export class ReleaseQuery {
  /** Whoever wrote has gone from the ticket and may come back: the pen waits a moment. */
  @IsOptional()
  @IsIn(['yes'])
  leaving?: string;
}
