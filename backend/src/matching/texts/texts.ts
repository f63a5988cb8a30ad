import type { Factor } from '../domain/factors.js';
import { EN } from './en.js';
import { ES } from './es.js';
import type { Names, ReasonTexts, Said } from './reason-texts.js';

/** Every language that reasons can be read in. Adding one is adding its file and its name here. */
export const REASON_TEXTS: ReadonlyMap<string, ReasonTexts> = new Map([EN, ES].map((texts) => [texts.language, texts]));
export const DESK_TEXTS = EN;
/** What the desk reads. */
export const DESK_LANGUAGE = EN.language;

/** The texts of a language as BCP 47 writes it; undefined where there are none. */
export const reasonTexts = (language: string): ReasonTexts | undefined => REASON_TEXTS.get(language.split('-')[0] ?? '');

/** Who reads the sentence: somebody who asks for another person is not meant by "you". */
export interface Reader {
  forOther: boolean;
}
const THEMSELVES: Reader = { forOther: false };

/** The sentence of a factor: nothing is said that was not computed. */
export function sentence({ code, outcome, about }: Factor, { rows, terms }: ReasonTexts, names: Names, { forOther }: Reader = THEMSELVES): Said {
  const name = (taxonomy: string, term: string): string => terms.get(`${taxonomy}/${term}`) ?? names.get(`${taxonomy}/${term}`) ?? term.replaceAll('-', ' ');
  return rows[code][outcome](forOther ? { ...about, other: 1 } : about, name);
}
