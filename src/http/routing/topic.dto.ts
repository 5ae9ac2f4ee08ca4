import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { lanes, type Lane } from '../../contract/index.js';

export class TopicNameBody {
  @IsString()
  @Length(1, 60)
  en: string;

  @IsString()
  @Length(1, 60)
  fr: string;
}

export class TopicBody {
  /** Made by the caller for a topic that is new; tickets keep it. */
  @Matches(/^[a-z][a-z0-9_]{0,39}$/)
  id: string;

  @IsIn(lanes)
  lane: Lane;

  @ValidateNested()
  @Type(() => TopicNameBody)
  name: TopicNameBody;

  /** Words, or their beginnings from five letters on. */
  @IsArray()
  @ArrayMaxSize(300)
  @MaxLength(60, { each: true })
  words: string[];
}

export class TopicsBody {
  /** The revision that was read; another one is refused. */
  @IsInt()
  @Min(0)
  revision: number;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TopicBody)
  topics: TopicBody[];
}

export class TopicTrialBody {
  @IsString()
  @MaxLength(10_000)
  text: string;

  @IsOptional()
  @IsIn(['public', 'private'])
  space?: 'public' | 'private';

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TopicBody)
  topics?: TopicBody[];
}
