import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { Fit } from './domain/evaluate.js';
import { FILTERS, type Filter } from './domain/filters.js';
import type { Outcome } from './domain/factors.js';

export const PAYMENTS = ['medicaid', 'medicare', 'private', 'tricare', 'va', 'uninsured', 'self_pay', 'unknown'] as const;
export const FORMATS = ['in_person', 'virtual', 'either'] as const;
export const PEER_WISHES = ['yes', 'no', 'no_preference'] as const;
export const SERVICE_TIMES = ['weekday_daytime', 'weekday_evening', 'weekend'] as const;
export const BANDS = ['under-13', '13-17', '18-24', '25-59', '60-plus'] as const;
type YesNo = 'yes' | 'no' | null;

/** What to look for. What is absent is taken from the request; null is "not asked, decides nothing". */
export class FindMatches {
  /** Codes of taxonomy `need`. */
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true })
  needs?: string[];

  /** Kinds of help that were confirmed: codes of taxonomy `service-type`. None: nobody said. */
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(60, { each: true })
  kinds?: string[];

  /** Whom it is for, beside what the facts say: codes of taxonomy `population`. */
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(60, { each: true })
  populations?: string[];

  @IsOptional() @Matches(/^\d{5}$/, { message: 'zip|Write the five digits of a ZIP code' })
  zip?: string | null;

  /** A town or county by its label, such as `Norwalk, CT` or `Fairfield County, CT` (POST /api/directory/places finds it); used when there is no ZIP code. */
  @IsOptional() @IsString() @MaxLength(80)
  town?: string | null;

  /** Whole years of the person who would take part. */
  @IsOptional() @IsInt() @Min(0) @Max(120)
  age?: number | null;

  /** Used when no age in years is given. */
  @IsOptional() @IsIn(BANDS)
  ageBand?: (typeof BANDS)[number] | null;

  /** ISO 639; `ase` for American Sign Language. */
  @IsOptional() @Matches(/^[a-z]{2,3}$/)
  language?: string | null;

  @IsOptional() @IsBoolean()
  languageRequired?: boolean;

  @IsOptional() @IsIn(PAYMENTS)
  payment?: (typeof PAYMENTS)[number] | null;

  @IsOptional() @IsBoolean()
  paymentRequired?: boolean;

  @IsOptional() @IsIn(FORMATS)
  format?: (typeof FORMATS)[number];

  @IsOptional() @IsIn(PEER_WISHES)
  peer?: (typeof PEER_WISHES)[number];

  @IsOptional() @IsBoolean()
  wheelchair?: boolean;

  @IsOptional() @IsIn(['yes', 'no'])
  veteran?: YesNo;

  @IsOptional() @IsIn(['yes', 'no'])
  lgbtq?: YesNo;

  @IsOptional() @IsArray() @ArrayUnique() @IsIn(SERVICE_TIMES, { each: true })
  times?: (typeof SERVICE_TIMES)[number][];

  /** To what the list is narrowed. What a listing does not say never takes it out. */
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(FILTERS, { each: true })
  only?: Filter[];
}

/** What was looked for in the end. */
export class AskedView {
  needs: string[];
  kinds: string[];
  populations: string[];
  zip: string | null;
  /** A town or county, such as `Norwalk, CT`, where no ZIP code is known. */
  town: string | null;
  age: number | null;
  ageBand: (typeof BANDS)[number] | null;
  language: string | null;
  languageRequired: boolean;
  payment: (typeof PAYMENTS)[number] | null;
  paymentRequired: boolean;
  format: (typeof FORMATS)[number];
  peer: (typeof PEER_WISHES)[number];
  wheelchair: boolean;
  veteran: YesNo;
  lgbtq: YesNo;
  times: (typeof SERVICE_TIMES)[number][];
  only: Filter[];
}

export class MatchReason {
  /** need, population, peer, language, payment, free, age, group, area, format, time, wheelchair, open, waitlist, distance, verified, room, experience. */
  code: string;
  verdict: Outcome;
  text: string;
  /** A question for the phone where the listing does not say. */
  ask: string | null;
}

/** Degrees, WGS 84: a listing's own point, else the middle of its ZIP code. */
export class PointView {
  lat: number;
  lon: number;
}

/** One service that may be offered, with everything that speaks for it, against it, and is not known. */
export class MatchView {
  serviceId: string;
  name: string;
  organization: string;
  /** Name of the main kind of service. */
  kind: string;
  peer: boolean;
  fit: Fit;
  /** Miles; null where distance does not count or the place is not known. */
  distanceMiles: number | null;
  /** Where it can be found, for a map. Without places whose address is not for everybody: those have no point at all. */
  points: PointView[];
  /** in_person, virtual, phone, home. */
  format: string[];
  cost: string;
  reasons: MatchReason[];
  room: string;
  freshness: string;
  /** Such as `Open now until 5 pm`, true when this was asked: never keep or print it. Null where nothing can be said. */
  openNow: string | null;
}

export class ExcludedView {
  /** H1 to H7 (vocabulary's hard rules), H8: nobody could confirm it. */
  rule: string;
  count: number;
  text: string;
}

/** One thing that the list can be narrowed to. */
export class FilterView {
  @IsIn(FILTERS)
  code: Filter;
  name: string;
  on: boolean;
  /** How many there are after a press. */
  count: number;
}

/** One wish that may be dropped, and how. Nobody drops it by themselves. */
export class LooserView {
  /** As it is asked now, such as `Spanish, a must`. */
  name: string;
  /** How many more would fit; at least one. */
  more: number;
  change: FindMatches;
}

export class MatchesView {
  asked: AskedView;
  /** The middle of the place that was asked for; null when none is known. */
  point: PointView | null;
  results: MatchView[];
  total: number;
  excluded: ExcludedView[];
  filters: FilterView[];
  /** Where fewer than three fit: each wish that keeps some out, in a fixed order (time, distance, format, then musts). Else empty. */
  looser: LooserView[];
  /** No peer service fits. */
  peerGap: boolean;
  message: string | null;
}
