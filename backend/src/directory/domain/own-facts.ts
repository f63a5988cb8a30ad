import { hoursLines, tidyHours, type OwnHours } from './own-hours.js';

export interface OwnPhone {
  number: string;
  extension: string | null;
  description: string | null;
}

/** What an agency may propose to change; a steward decides on each. */
export const OWN_FIELDS = ['hours', 'phones', 'description'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];
export interface OwnValues {
  hours: OwnHours;
  phones: OwnPhone[];
  description: string;
}

/** Whether a service takes new people, as its agency said it last. */
export interface TakingNew {
  answer: 'open' | 'waitlist' | 'full';
  /** Local day; only with `full`. */
  until: string | null;
  saidAt: string;
  endsAt: string;
}

/** A listing as its agency sees it: the card's facts in a form that can be changed. A hidden address is in none of them. */
export interface OwnFacts extends OwnValues {
  name: string;
  application: string | null;
  /** Names or codes, as the source has them. */
  languages: string[];
  takingNew: TakingNew | null;
  /** YYYY-MM-DD; null when nobody verified it. */
  assuredDate: string | null;
}

const FORMS: { readonly [F in OwnField]: (value: OwnValues[F]) => OwnValues[F] } = {
  hours: tidyHours,
  phones: (phones) => phones.map(({ number, extension, description }) => ({ number: number.trim(), extension: extension?.trim() || null, description: description?.trim() || null })),
  description: (text) => text.replace(/\r\n?/g, '\n').trim(),
};

/** The value in its one form, whatever order a store gave its keys. */
export const tidy = <F extends OwnField>(field: F, value: OwnValues[F]): OwnValues[F] => FORMS[field](value);
export const isSame = <F extends OwnField>(field: F, a: OwnValues[F], b: OwnValues[F]): boolean => JSON.stringify(tidy(field, a)) === JSON.stringify(tidy(field, b));

const LINES: { readonly [F in OwnField]: (value: OwnValues[F]) => string[] } = {
  hours: hoursLines,
  phones: (phones) => phones.map(({ number, extension, description }) => [number, extension && `ext. ${extension}`, description && `(${description})`].filter(Boolean).join(' ')),
  description: (text) => text.split(/\n+/).filter(Boolean),
};
/** A value as lines for people. */
export const linesOf = <F extends OwnField>(field: F, value: OwnValues[F]): string[] => LINES[field](tidy(field, value));

/** What a confirmation is about: everything that the agency saw on the page, in one text. */
export const wholeOf = ({ name, description, phones, hours, application, languages }: OwnFacts): string => JSON.stringify([name, tidy('description', description), tidy('phones', phones), tidy('hours', hours), application, languages]);
