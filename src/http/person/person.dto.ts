import { IsBoolean, IsUUID } from 'class-validator';

export class PersonBody {
  /** Treated with particular care. */
  @IsBoolean()
  vip: boolean;
}

export class OtherPersonBody {
  @IsUUID()
  personId: string;
}
