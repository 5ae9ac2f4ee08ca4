import { IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { availabilities, type Availability } from '../../contract/index.js';

const locales = ['fr', 'en'] as const;
type Locale = (typeof locales)[number];
/** Long enough for any pass phrase; without a limit, hashing would be a way to keep us busy. */
const longestPassword = 200;

export class SignInBody {
  @IsString()
  @Length(3, 254)
  email: string;

  @IsString()
  @Length(1, longestPassword)
  password: string;
}

export class SetUpBody {
  @IsString()
  @Length(20, 200)
  token: string;

  @IsString()
  @Length(1, 80)
  workspaceName: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @Length(1, longestPassword)
  password: string;

  @IsIn(locales)
  locale: Locale;
}

export class AcceptanceBody {
  @IsString()
  @Length(1, longestPassword)
  password: string;

  @IsIn(locales)
  locale: Locale;
}

export class MeBody {
  @IsOptional()
  @IsIn(locales)
  locale?: Locale;

  @IsOptional()
  @IsIn(availabilities)
  availability?: Availability;
}

export class PasswordBody {
  @IsString()
  @Length(1, longestPassword)
  current: string;

  @IsString()
  @Length(1, longestPassword)
  next: string;
}
