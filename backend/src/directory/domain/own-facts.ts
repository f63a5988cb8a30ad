import { hoursLines, tidyHours, type OwnHours } from './own-hours.js';
import { paymentName, tidyPayments } from './own-payments.js';

export interface OwnPhone {
  number: string;
  extension: string | null;
  description: string | null;
}

/** What an agency may propose to change, in the order of its page; a steward decides on each. */
export const OWN_FIELDS = ['hours', 'phones', 'website', 'eligibility', 'cost', 'payments', 'documents', 'languages', 'description'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];
export interface OwnValues {
  hours: OwnHours;
  phones: OwnPhone[];
  /** An address with its scheme; empty when there is none. */
  website: string;
  /** Who it is for, in words. */
  eligibility: string;
  /** What it costs, in words. */
  cost: string;
  /** What people can pay with: codes of the taxonomy `payment`. */
  payments: string[];
  /** What people bring along. */
  documents: string[];
  /** Names, or words that name no language we know. */
  languages: string[];
  description: string;
}

/** Whether a service takes new people, as its agency said it last. */
export interface TakingNew {
  answer: 'open' | 'waitlist' | 'full';
  /** Local day; only with `full`. */
  until: string | null;
  /** About how long people wait; only with `waitlist`. */
  weeks: number | null;
  saidAt: string;
  endsAt: string;
}

/** A listing as its agency sees it: the card's facts in a form that can be changed. A hidden address is in none of them. */
export interface OwnFacts extends OwnValues {
  name: string;
  application: string | null;
  takingNew: TakingNew | null;
  /** YYYY-MM-DD; null when nobody verified it. */
  assuredDate: string | null;
  /** When it is to be checked again, YYYY-MM-DD; null while that is due. */
  nextCheckOn: string | null;
  /** What terms of the listing say to everybody beside its words. Copies from before it was told have none. */
  terms?: PublicTerms;
}

/** Terms of a listing that stand on the public list as a sentence of their own. */
export interface PublicTerms {
  free: boolean;
  /** Codes of the taxonomy `payment`. */
  payments: string[];
  intake: 'open' | 'waitlist' | 'paused' | null;
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
const set = (texts: readonly string[]): string[] => [...new Set(texts.map((one) => one.trim()).filter(Boolean))];

const FORMS: { readonly [F in OwnField]: (value: OwnValues[F]) => OwnValues[F] } = {
  hours: tidyHours,
  phones: (phones) => phones.map(({ number, extension, description }) => ({ number: number.trim(), extension: extension?.trim() || null, description: description?.trim() || null })),
  website: (text) => text.trim(),
  eligibility: lines,
  cost: lines,
  payments: tidyPayments,
  documents: set,
  languages: (names) => set(names).sort((a, b) => a.localeCompare(b, 'en')),
  description: lines,
};

/** The value in its one form, whatever order a store gave its keys. */
export const tidy = <F extends OwnField>(field: F, value: OwnValues[F]): OwnValues[F] => FORMS[field](value);
export const isSame = <F extends OwnField>(field: F, a: OwnValues[F], b: OwnValues[F]): boolean => JSON.stringify(tidy(field, a)) === JSON.stringify(tidy(field, b));

const paragraphs = (text: string): string[] => text.split(/\n+/).filter(Boolean);
const LINES: { readonly [F in OwnField]: (value: OwnValues[F]) => string[] } = {
  hours: hoursLines,
  phones: (phones) => phones.map(({ number, extension, description }) => [number, extension && `ext. ${extension}`, description && `(${description})`].filter(Boolean).join(' ')),
  website: paragraphs,
  eligibility: paragraphs,
  cost: paragraphs,
  payments: (codes) => codes.map(paymentName),
  documents: (all) => all,
  languages: (names) => (names.length ? [names.join(', ')] : []),
  description: paragraphs,
};
/** A value as lines for people. */
export const linesOf = <F extends OwnField>(field: F, value: OwnValues[F]): string[] => LINES[field](tidy(field, value));

/** What a confirmation is about: everything that the agency saw on the page, in one text. */
export const wholeOf = (facts: OwnFacts): string => JSON.stringify([facts.name, facts.application, ...OWN_FIELDS.map((field) => tidy(field, facts[field]))]);
