import type { ServiceArea } from './domain/place/area.js';
import type { Rung } from './domain/trust/ladder.js';

export type ListingArea = ServiceArea;

/** One place of a service. A place whose address is hidden carries no ZIP and no point: state and county only. */
export interface ListingPlace {
  /** Five digits as text; null when hidden or unknown. */
  zip: string | null;
  /** Degrees, WGS 84; of the location, else of its ZIP's centroid. Null when hidden or unknown. */
  lat: number | null;
  lon: number | null;
  city: string | null;
  /** County and state such as `Fairfield, CT`, from the ZIP. */
  county: string | null;
  /** Two letters. */
  state: string | null;
  /** `Wheelchair accessible` true, `Not wheelchair accessible` false, nothing said null. */
  wheelchair: boolean | null;
  /** The address is confidential: never shown, never used for a distance. */
  hidden: boolean;
  /** Town and ZIP code are told, the street is not: the point is the ZIP code's, and no map shows it. Absent when it is not so. */
  partial?: true;
}

/**
 * Everything matching asks about one live service, as it stands in `directory.listing.facts`.
 * Codes are those of the product's own vocabulary (taxonomy, code). `null` is "not known", never "no".
 * A listing is live when its status is `active`; paused ones are in it, with `intake: 'paused'`.
 */
export interface ListingFacts {
  /** HSDS service id. */
  id: string;
  organizationId: string | null;
  organization: string;
  name: string;
  /** HSDS status: active, inactive, defunct, temporarily closed. Only active ones are loaded. */
  status: string;
  intake: 'open' | 'waitlist' | 'paused' | null;
  /** Terms of taxonomy `need` that a person entered or confirmed. */
  needs: readonly string[];
  /** Terms of taxonomy `need` that the import suggested and nobody confirmed, strongest first. */
  needsSuggested: readonly string[];
  /** Taxonomy `service-type`; the first is the main one. Suggested ones stand behind confirmed ones. */
  serviceTypes: readonly string[];
  populations: readonly string[];
  /** Taxonomy `eligibility-restriction`: limited to these people. */
  restrictions: readonly string[];
  payments: readonly string[];
  /** in-person, virtual, home-visit, phone. */
  delivery: readonly string[];
  features: readonly string[];
  /** ISO 639 codes of service, place and phone together; empty when unknown. */
  languages: readonly string[];
  /** Any spoken language through an interpreter. */
  interpreter: boolean | null;
  /** Whole years, inclusive; null is no limit. */
  minAge: number | null;
  maxAge: number | null;
  areas: readonly ListingArea[];
  places: readonly ListingPlace[];
  /** Some weekday closes at or after 18:30 with at least one hour after 17:00. Null when no hours are known. */
  evenings: boolean | null;
  weekend: boolean | null;
  /** In the source's words, such as `About 6 weeks`. */
  waitTime: string | null;
  /** People who can start now; `updated` is an ISO date-time. */
  capacity: { available: number; updated: string } | null;
  /** ISO date on which somebody verified the record; null when nobody did. */
  assuredDate: string | null;
  /** How it was verified, such as `agency` or `staff-phone`; absent when nobody said. */
  assuredMethod?: string;
  /** Where it stands on the ladder of checking; absent while nothing is to be done. */
  rung?: Rung;
  /** Findings that something of it is wrong, which nobody cleared up; absent when there are none. */
  doubts?: number;
  /** Payment `free` is among its terms. */
  free: boolean;
  /** Run by people with lived experience: feature `peer-run`, or a service type of peers. */
  peer: boolean;
  /** The transaction that computed it: another one means that something of the listing was written, also its words. */
  revision?: number;
}
