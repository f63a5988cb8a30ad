import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { TIERS, type Tier } from '../domain/reading/tier.js';
import { AUTHORS, type Author } from '../phrase.entity.js';
import { SpanView } from '../understood.dto.js';
import { WriteEntry } from './lexicon.dto.js';

const WHOM = ['self', 'other'] as const;

/** A line that nobody has saved: a new one, or one in the place of another. */
export class TriedEntry extends WriteEntry {
  /** The line that it takes the place of. */
  @IsOptional() @IsUUID()
  id?: string;

  /** As if it were switched off. */
  @IsOptional() @IsBoolean()
  off?: boolean;
}

/** Words to be read. They are read in memory and kept nowhere. */
export class TryWords {
  @IsString() @Length(1, 4000)
  text: string;

  /** For whom the help is. */
  @IsOptional() @IsIn(WHOM)
  whom?: (typeof WHOM)[number];

  @IsOptional() @ValidateNested() @Type(() => TriedEntry)
  entry?: TriedEntry;
}

/** Something that was understood, and what said so. */
export class TriedTerm {
  /** `taxonomy/code` or `fact/name=value`. */
  gives: string;
  name: string;
  /** Above 0 and below 1; null for a fact. */
  sure: number | null;
  because: SpanView[];
  /** Lines of the lexicon that said so, by their patterns. */
  entries: string[];
  /** What was learned from examples said so, too, or alone. */
  learned: boolean;
}

/** A line that heard something. */
export class HeardEntry {
  @IsUUID()
  id: string;
  pattern: string;
  says: string;
  from: number;
  to: number;
  denied: boolean;
}

export class TriedSound {
  @IsIn(['hard', 'soft'])
  tier: Exclude<Tier, 'none'>;
  because: SpanView[];
}

/** What one lexicon understands of the words. */
export class TriedReading {
  needs: TriedTerm[];
  kinds: TriedTerm[];
  populations: TriedTerm[];
  facts: TriedTerm[];
  /** Years. */
  age: number | null;
  /** Names of what they said they do not want. */
  away: string[];
  /** Null where no words raised it, which says nothing of a person. */
  sounds: TriedSound | null;
  heard: HeardEntry[];
}

export class TriedView {
  before: TriedReading;
  /** With the line that nobody has saved; null without one. */
  after: TriedReading | null;
  /** Example lines were changed and are still being learned. */
  learning: boolean;
}

export class TrySentences {
  @ValidateNested() @Type(() => TriedEntry)
  entry: TriedEntry;
}

/** What is understood of a sentence. */
export class SentenceReading {
  /** Names of needs, the surest first. */
  needs: string[];
  @IsIn(TIERS)
  tier: Tier;
  /** The main need comes first, the others are among them, and it sounds as it should. */
  right: boolean;
}

export class SentenceView {
  @IsUUID()
  id: string;
  text: string;
  @IsIn([...WHOM, null])
  whom: (typeof WHOM)[number] | null;
  /** Codes of needs that are to be understood, the main one first. */
  needs: string[];
  names: string[];
  @IsIn(TIERS)
  tier: Tier;
  @IsIn(AUTHORS)
  author: Author;
  now: SentenceReading;
}

/** A sentence that would be read otherwise. */
export class ChangedSentence extends SentenceView {
  after: SentenceReading;
}

export class SentencesView {
  items: SentenceView[];
  right: number;
}

export class TriedSentences {
  total: number;
  rightBefore: number;
  rightAfter: number;
  /** Broken ones first, then mended ones, then others that change. */
  changed: ChangedSentence[];
}

export class WriteSentence {
  /** Invented; never a person's own words. */
  @IsString() @Length(3, 500)
  text: string;

  @IsOptional() @IsIn(WHOM)
  whom?: (typeof WHOM)[number];

  /** The main one first; none where no need is to be understood. */
  @IsArray() @IsString({ each: true }) @MaxLength(60, { each: true })
  needs: string[];

  @IsIn(TIERS)
  tier: Tier;
}
