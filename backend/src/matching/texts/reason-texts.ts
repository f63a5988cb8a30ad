import type { Factor, Outcome, ReasonCode } from '../domain/factors.js';

/** Names of vocabulary codes, by `taxonomy/code`. */
export type Names = ReadonlyMap<string, string>;
export type About = Factor['about'];
export interface Said {
  text: string;
  /** Ready to say on the phone where the listing leaves it open. */
  ask?: string;
}
type Teller = (about: About, name: (taxonomy: string, code: string) => string) => Said;

/** How one language says a factor. */
export interface ReasonTexts {
  /** ISO 639. */
  language: string;
  rows: Readonly<Record<ReasonCode, Readonly<Record<Outcome, Teller>>>>;
  /** Terms as they stand inside this language's sentences. One that is not here is called as the directory calls it. */
  terms: Names;
}

export const monthsIn = (days: number): number => Math.round(days / 30.4);
export const milesText = (miles: unknown): string => (typeof miles === 'number' && miles < 10 ? miles.toFixed(1) : String(Math.round(Number(miles))));

/** Names the language of a factor; `own` are names that Unicode's list lacks or says otherwise. */
export const spokenIn = (locale: string, own: Readonly<Record<string, string>>): ((about: { language?: string | number | null }) => string) => {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return ({ language }) => own[String(language)] ?? names.of(String(language)) ?? String(language);
};
