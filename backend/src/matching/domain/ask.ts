import type { Families } from './families.js';

/** One ZIP code: its centre and what it belongs to. Counties carry every name in use (Connecticut has old and new ones). */
export interface AskedZip {
  zip: string;
  city: string;
  /** Two letters. */
  state: string;
  /** With the state, such as "Fairfield, CT"; empty when nobody wrote them down. */
  counties: readonly string[];
  /** Degrees; null where the table knows no point, as for military post. */
  lat: number | null;
  lon: number | null;
}

/** Where the person is: a ZIP code, or a town or county with all ZIP codes that it may be. */
export interface AskedPlace {
  /** "06854", "Norwalk, CT", "Fairfield County, CT". */
  name: string;
  /** At least one. */
  zips: readonly AskedZip[];
  /** The middle, to measure miles from; null when it is not known. */
  point: { lat: number; lon: number } | null;
}

export type Payment = 'medicaid' | 'medicare' | 'private' | 'tricare' | 'va' | 'uninsured' | 'self_pay' | 'unknown';

/** A term and how surely it is meant, above 0 and at most 1. */
export interface Weighed {
  code: string;
  weight: number;
}

/** What is asked for, as a person confirmed it. null: not asked, and then it decides nothing. */
export interface Ask {
  /** Need codes of the vocabulary, the most important first. */
  needs: readonly string[];
  /** How surely each need is meant, above 0 and at most 1; left out: a person said so, the first ones matter most. */
  sureness?: readonly number[];
  /** What else comes near them, by the vocabulary. */
  families: Families;
  /** Kinds of help that were asked for, the surest first; none: nobody said. */
  kinds: readonly Weighed[];
  /** Populations that own words name; answers say the others. */
  populations: readonly string[];
  place: AskedPlace | null;
  /** Years, inclusive, of the person who would take part: one year, or the band that they named. */
  age: { from: number; to: number } | null;
  /** Years that own words tell and nobody was asked for: they exclude nothing. */
  saidAge: number | null;
  /** ISO 639; `ase` for American Sign Language. */
  language: string;
  languageRequired: boolean;
  payment: Payment;
  paymentRequired: boolean;
  format: 'in_person' | 'virtual' | 'either';
  peer: 'yes' | 'no' | 'no_preference';
  veteran: 'yes' | 'no' | null;
  lgbtq: 'yes' | 'no' | null;
  wheelchair: boolean;
  /** weekday_daytime, weekday_evening, weekend. */
  times: readonly string[];
  urgency: 'today' | 'this_week' | 'few_weeks' | 'no_rush' | null;
  /** Whose question it is: equal places take turns from request to request, and one request always has the same order. Absent: by id. */
  seed?: string;
  /** What own words say of the person that only some places ask about: `hiv`, `court`. */
  circumstances?: readonly string[];
  /** Somebody asks for another person: classes for parents and groups for relatives are judged by the asker. */
  forOther: boolean;
}

/** Years as they were asked, else as own words tell them; null where nobody said. */
export const yearsOf = ({ age, saidAge }: Pick<Ask, 'age' | 'saidAge'>): Ask['age'] => age ?? (saidAge === null ? null : { from: saidAge, to: saidAge });
