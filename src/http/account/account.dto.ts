import { IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsFilledIn } from '../filled-in.js';

const address = /^(https?:\/\/)?[\w.:[\]-]+(\/[\w./~-]*)?$/i;

export class AccountFormBody {
  @IsString()
  @Length(1, 50)
  network: string;

  /** Another base of the network's API than the official one. */
  @IsOptional()
  @Matches(address)
  @MaxLength(500)
  apiBase?: string;

  /** For our registration with the network; empty to use the one that is stored. */
  @IsFilledIn()
  app: Record<string, string>;

  @IsFilledIn()
  settings: Record<string, string>;
}

export class NewAccountBody extends AccountFormBody {
  @IsOptional()
  @IsString()
  @MaxLength(80)
  brand?: string;
}

export class AccountBody {
  @IsOptional()
  @IsFilledIn()
  settings?: Record<string, string>;

  @IsOptional()
  @IsFilledIn()
  app?: Record<string, string>;

  @IsOptional()
  @Matches(address)
  @MaxLength(500)
  apiBase?: string;
}

export class RefetchBody {
  @IsISO8601({ strict: true })
  from: string;
}

export class ConsentBody {
  @IsString()
  @Length(1, 50)
  network: string;

  @Matches(address)
  @MaxLength(500)
  apiBase: string;

  @IsFilledIn()
  app: Record<string, string>;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  brand?: string;
}
