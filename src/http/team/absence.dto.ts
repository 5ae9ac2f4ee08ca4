import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { absenceReasons, openWorks, type AbsenceReason, type OpenWork } from '../../contract/index.js';

export class AbsenceBody {
  @IsISO8601({ strict: true, strictSeparator: true })
  from: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  until: string;

  @IsIn(absenceReasons)
  reason: AbsenceReason;

  /** Who does their work meanwhile; null: nobody in particular. */
  @IsOptional()
  @IsUUID()
  standInId: string | null;

  /** What becomes of the tickets in their hands when it begins. */
  @IsIn(openWorks)
  openWork: OpenWork;
}

export class NewAbsenceBody extends AbsenceBody {
  /** Oneself unless told otherwise; somebody else is for leads. */
  @IsOptional()
  @IsUUID()
  agentId?: string;
}
