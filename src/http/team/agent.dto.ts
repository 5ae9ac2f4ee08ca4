import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { roles, type Role } from '../../contract/index.js';

const language = /^[a-z]{2,3}$/;

export class NewAgentBody {
  @IsString()
  @Length(1, 80)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsIn(roles)
  role: Role;

  @IsArray()
  @ArrayMaxSize(20)
  @Matches(language, { each: true })
  languages: string[];

  @IsInt()
  @Min(0)
  @Max(200)
  capacity: number;
}

export class AgentBody {
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(language, { each: true })
  languages?: string[];

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(200)
  capacity?: number;

  /** Rules of approval may look at it. */
  @IsOptional()
  @IsBoolean()
  inTraining?: boolean;

  @IsOptional()
  @IsBoolean()
  disabled?: boolean;
}
