import type { StaffRef } from './types';

export type Verdict = 'meets' | 'unknown' | 'fails';
export type YesNo = 'yes' | 'no' | null;

/** What to look for. What is absent is taken from the request. */
export interface FindMatches {
  needs: string[];
  zip: string | null;
  age: number | null;
  language: string | null;
  languageRequired: boolean;
  payment: string | null;
  paymentRequired: boolean;
  format: 'in_person' | 'virtual' | 'either';
  peer: 'yes' | 'no' | 'no_preference';
  wheelchair: boolean;
  veteran: YesNo;
  lgbtq: YesNo;
  times: string[];
}
export interface MatchReason { code: string; verdict: Verdict; text: string; ask?: string | null }
export interface MatchView {
  serviceId: string;
  name: string;
  organization: string;
  kind: string;
  peer: boolean;
  fit: 'strong' | 'possible' | 'weak';
  distanceMiles: number | null;
  format: string[];
  cost: string;
  reasons: MatchReason[];
  room: string;
  freshness: string;
}
export interface ExcludedView { rule: string; count: number; text: string }
export interface MatchesView { asked: FindMatches; results: MatchView[]; total: number; excluded: ExcludedView[]; peerGap: boolean; message: string | null }
export interface VocabularyView { needs: { code: string; name: string }[]; serviceTypes: { code: string; name: string }[]; topics: Record<string, string[]> }

export type Decision = 'undecided' | 'chosen' | 'declined';
export interface OptionView {
  id: string;
  needId: string;
  serviceId: string;
  name: string;
  organization: string;
  rank: number;
  reasons: { verdict: Verdict; text: string }[];
  decision: Decision;
  why: string | null;
  offeredAt: string;
  offeredBy: StaffRef;
}
export interface CardOption { name: string; organization: string; phones: string[]; address: string | null; hours: string[]; whatToSay: string | null; cost: string | null; bring: string | null }
export interface CardView { heading: string; deskPhone: string | null; printedOn: string; options: CardOption[]; followUpOn: string | null }
export type CardHow = 'read-aloud' | 'print';

export interface PlaceView { id: string; name: string | null; confidentiality: 'open' | 'partial' | 'hidden'; street: string | null; city: string | null; state: string | null; zip: string | null; county: string | null; wheelchair: boolean | null; transportation: string | null }
/** A listing as the drawer shows it on demand. */
export interface ServiceView {
  id: string;
  name: string;
  organization: string;
  description: string;
  alert: string | null;
  phones: { number: string; extension: string | null; type: string | null; description: string | null }[];
  places: PlaceView[];
  hours: string[];
  languages: { code: string | null; name: string | null }[];
  eligibility: string | null;
  fees: string | null;
  application: string | null;
  waitTime: string | null;
  assuredDate: string | null;
  source: string;
}
