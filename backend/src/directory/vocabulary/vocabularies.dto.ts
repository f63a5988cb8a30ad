import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const MEANINGS = ['exact', 'broader', 'narrower', 'none'] as const;
const RELATIONS = [...MEANINGS, 'open'] as const;

/** A taxonomy of the product's own vocabulary, or a vocabulary that was loaded beside it. */
export class LoadedVocabularyView {
  @IsUUID()
  id: string;
  code: string;
  name: string;
  description: string;
  version: string;
  own: boolean;
  /** Told by the open API. */
  published: boolean;
  uri: string | null;
  licence: string | null;
  /** ISO date-time; null for the product's own. */
  loadedAt: string | null;
  loadedBy: string | null;
  /** Terms that can be chosen. */
  terms: number;
  retired: number;
  /** Listings that have a term of it. */
  listings: number;
  /** Terms that listings use and that mean nothing to matching yet, and those listings. */
  openTerms: number;
  openListings: number;
}

export class VocabularyTermView {
  @IsUUID()
  id: string;
  code: string;
  name: string;
  nameEs: string | null;
  description: string;
  /** Name of the term above it. */
  parent: string | null;
  since: string | null;
  /** The version that retired it: still readable, never offered. */
  retiredIn: string | null;
  replacedBy: string | null;
  /** Listings that have it. */
  listings: number;
  /** What ours is to it; `none`: it was decided that ours has no such term; `open`: nobody decided. Null for our own. */
  @IsIn(RELATIONS)
  relation: (typeof RELATIONS)[number] | null;
  /** Our term. */
  termId: string | null;
  termName: string | null;
  termTaxonomy: string | null;
  /** Null where the meaning came with the product. */
  decidedBy: string | null;
  decidedAt: string | null;
  /** The meaning came with the product. */
  shipped: boolean;
  /** How many decisions there are. */
  decisions: number;
}

export class VocabularyTermPage {
  items: VocabularyTermView[];
  /** There are others: search. */
  more: boolean;
}

/** A term of ours that was found. */
export class FoundTermView {
  @IsUUID()
  id: string;
  taxonomy: string;
  taxonomyName: string;
  code: string;
  name: string;
  description: string;
  /** The everyday phrasing by which it was found; null where it was its name. */
  said: string | null;
}

/** One decision about a term of another vocabulary. */
export class CrosswalkStep {
  @IsUUID()
  id: string;
  @IsIn(RELATIONS)
  relation: (typeof RELATIONS)[number];
  termName: string | null;
  /** Null: it came with the product. */
  by: string | null;
  /** ISO date-time. */
  at: string;
}

export class ReadTerms {
  @IsOptional() @IsString() @MaxLength(200)
  search?: string;

  /** Only those that listings use and that nobody decided on. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean()
  open?: boolean;
}

export class FindTerms {
  @IsOptional() @IsString() @MaxLength(200)
  search?: string;
}

export class DecideMeaning {
  @IsIn(MEANINGS)
  relation: (typeof MEANINGS)[number];

  /** A term of ours; left out for `none`. */
  @IsOptional() @IsUUID()
  termId?: string | null;
}
