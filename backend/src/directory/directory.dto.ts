import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PeerLine, PeerView } from './editing/peer.dto.js';

export class PhoneView {
  number: string;
  extension: string | null;
  /** HSDS: voice, text, fax, cell, video, pager, textphone. */
  type: string | null;
  description: string | null;
}

export class LanguageView {
  /** ISO 639; null when the source names a language that is not known. */
  code: string | null;
  name: string | null;
}

/** A place of a service. Of a hidden place only county and state are told, of a partial one also town and ZIP code. */
export class PlaceView {
  @IsUUID()
  id: string;
  name: string | null;
  confidentiality: 'open' | 'partial' | 'hidden';
  /** Street lines; null unless the place is open. */
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  /** Such as `Fairfield, CT`. */
  county: string | null;
  /** null is not known. */
  wheelchair: boolean | null;
  transportation: string | null;
}

/** A listing for the card and the drawer. */
export class ServiceView {
  @IsUUID()
  id: string;
  name: string;
  organization: string;
  organizationId: string | null;
  description: string;
  /** HSDS: active, inactive, defunct, temporarily closed. */
  status: string;
  intake: 'open' | 'waitlist' | 'paused' | null;
  /** Something to know first, in the source's words. */
  alert: string | null;
  url: string | null;
  email: string | null;
  phones: PhoneView[];
  places: PlaceView[];
  /** One line each, such as `Monday to Friday, 9 am to 5 pm`; local times. */
  hours: string[];
  /** Such as `Open now until 5 pm`, true when this was asked: never keep or print it. Null where nothing can be said. */
  openNow: string | null;
  languages: LanguageView[];
  interpreters: string | null;
  eligibility: string | null;
  /** Whole years, inclusive. */
  minimumAge: number | null;
  maximumAge: number | null;
  fees: string | null;
  /** How to begin. */
  application: string | null;
  waitTime: string | null;
  /** Where it takes people from, such as `Fairfield, CT`. */
  areas: string[];
  /** What it declares of its peer support; null when it says nothing. */
  peer: PeerView | null;
  /** The same as lines for people. */
  peerLines: PeerLine[];
  /** Whether it belongs into the directory. */
  inclusion: 'included' | 'excluded' | 'under-review';
  /** When somebody last verified the record, YYYY-MM-DD; null when nobody did. */
  assuredDate: string | null;
  /** How: agency, staff-phone, staff-web, site-visit or import; null when nobody did. */
  assuredMethod: string | null;
  /** Findings against it since. */
  doubts: number;
  /** Where the record comes from. */
  source: string;
}

/** A term that an import suggested. */
export class SuggestionView {
  @IsUUID()
  attributeId: string;
  taxonomy: string;
  code: string;
  name: string;
  /** 0 to 1: how strongly the listing's words point to it. */
  weight: number | null;
}

export class UnreviewedView {
  @IsUUID()
  id: string;
  name: string;
  organization: string;
  description: string;
  suggestions: SuggestionView[];
  /** Places that an import hid and nobody decided on. */
  hiddenPlaces: { id: string; name: string | null; county: string | null }[];
}

export class UnreviewedPage {
  items: UnreviewedView[];
  total: number;
  /** Send as `after` for the next page; null on the last. */
  next: string | null;
}

export class ReadUnreviewed {
  @IsOptional() @IsUUID()
  after: string | null = null;
  @Type(() => Number) @IsInt() @Min(1) @Max(100)
  size: number = 25;
}

export class ReviewTerms {
  /** Suggestions that are right. */
  @IsUUID(undefined, { each: true })
  confirm: string[] = [];
  /** Suggestions that are wrong: no import brings them back. */
  @IsUUID(undefined, { each: true })
  reject: string[] = [];
}

export class DecideConfidentiality {
  @IsIn(['open', 'partial', 'hidden'])
  confidentiality: 'open' | 'partial' | 'hidden';
}
