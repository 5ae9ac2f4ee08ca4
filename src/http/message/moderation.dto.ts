import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { charterReasons, moderationActs, type CharterReason, type ModerationAct } from '../../contract/index.js';

export class ModerateBody {
  @IsIn(moderationActs)
  act: ModerationAct;

  /** The point of the charter; needed to hide and to delete. */
  @IsOptional()
  @IsIn(charterReasons)
  reason?: CharterReason;

  /** The new words, where our own are corrected. */
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  text?: string;
}

export class FourEyesBody {
  /** Does a second person have to confirm a deletion? */
  @IsBoolean()
  fourEyes: boolean;
}
