import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { lanes, messageKinds, ruleModes, type Lane, type MessageKind, type RuleMode } from '../../contract/index.js';
import { SkillBody } from './team.dto.js';

const spaces = ['public', 'private'] as const;
const urgencies = ['high', 'normal', 'low'] as const;
const sentiments = ['negative', 'neutral', 'positive'] as const;
const priorities = [1, 2, 3, 4] as const;

/** A list of short texts. */
function AreWords(most: number): PropertyDecorator {
  return every([IsArray(), ArrayMaxSize(most), MaxLength(120, { each: true })]);
}

function AreOneOf(values: readonly string[]): PropertyDecorator {
  return every([IsArray(), ArrayMaxSize(values.length), IsIn(values, { each: true })]);
}

/** A whole number, or null where nothing is asked. */
function IsCountOrNull(from: number, to: number): PropertyDecorator {
  return every([IsOptional(), IsInt(), Min(from), Max(to)]);
}

function every(rules: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, name) => {
    for (const rule of rules) rule(target, name);
  };
}

class NearBody {
  @IsString()
  @Length(1, 120)
  first: string;

  @IsString()
  @Length(1, 120)
  second: string;

  /** How many words apart the two may begin. */
  @IsInt()
  within: number;
}

class PatternBody {
  @AreWords(200)
  any: string[];

  @AreWords(50)
  all: string[];

  @AreWords(200)
  none: string[];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NearBody)
  near: NearBody[];
}

/** All that are set must hold; an empty list, or null, asks nothing. */
class RuleConditionsBody {
  @IsOptional()
  @ValidateNested()
  @Type(() => PatternBody)
  text: PatternBody | null;

  @AreOneOf(messageKinds)
  kinds: MessageKind[];

  @AreOneOf(spaces)
  spaces: (typeof spaces)[number][];

  @AreWords(50)
  languages: string[];

  @IsCountOrNull(0, 100_000)
  lengthFrom: number | null;

  @IsCountOrNull(0, 100_000)
  lengthTo: number | null;

  @IsOptional()
  @IsBoolean()
  attachments: boolean | null;

  @IsCountOrNull(1, 5)
  ratingFrom: number | null;

  @IsCountOrNull(1, 5)
  ratingTo: number | null;

  @IsOptional()
  @IsBoolean()
  vip: boolean | null;

  @IsCountOrNull(0, 1_000_000_000)
  followersFrom: number | null;

  @AreWords(500)
  handles: string[];

  @AreWords(50)
  networks: string[];

  @AreWords(200)
  accounts: string[];

  @AreWords(100)
  brands: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => PatternBody)
  postText: PatternBody | null;

  @AreWords(500)
  posts: string[];

  @AreWords(200)
  topics: string[];

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  confidenceFrom: number | null;

  @AreOneOf(urgencies)
  urgencies: (typeof urgencies)[number][];

  @AreOneOf(sentiments)
  sentiments: (typeof sentiments)[number][];

  @IsOptional()
  @IsBoolean()
  thanks: boolean | null;
}

/** What is null stays as it would have been. */
class RuleEffectsBody {
  @IsOptional()
  @IsIn(lanes)
  lane: Lane | null;

  @IsOptional()
  @IsUUID()
  teamId: string | null;

  @IsOptional()
  @IsIn(priorities)
  priority: (typeof priorities)[number] | null;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SkillBody)
  skills: SkillBody[];

  @IsArray()
  @ArrayMaxSize(20)
  @Length(1, 40, { each: true })
  tags: string[];

  /** Nobody is given it unasked: a community manager looks at it first. */
  @IsBoolean()
  hold: boolean;
}

class RuleBody {
  /** Made by the caller for a rule that is new. */
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @IsBoolean()
  enabled: boolean;

  @IsIn(ruleModes)
  mode: RuleMode;

  /** What it adds for its lane and team, when it adds a score. */
  @IsInt()
  @Min(0)
  @Max(10)
  points: number;

  @ValidateNested()
  @Type(() => RuleConditionsBody)
  when: RuleConditionsBody;

  @ValidateNested()
  @Type(() => RuleEffectsBody)
  then: RuleEffectsBody;
}

class RuleListBody {
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RuleBody)
  rules: RuleBody[];
}

export class RulesBody extends RuleListBody {
  /** The revision that was read; another one is refused. */
  @IsInt()
  @Min(0)
  revision: number;
}

export class RulesTrialBody extends RuleListBody {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(31)
  days?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2000)
  limit?: number;

  /** The last ticket of the portion before. */
  @IsOptional()
  @IsUUID()
  after?: string;
}
