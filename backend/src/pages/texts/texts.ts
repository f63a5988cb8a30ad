import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type en from './en.json';

type Texts = typeof en;
export type Key = { [K in keyof Texts]: Texts[K] extends string ? K : never }[keyof Texts];
export type ProseKey = Exclude<keyof Texts, Key>;
export type Values = Readonly<Record<string, string | number>>;

/** What one language says. */
export interface Language {
  code: string;
  /** Its name in itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** How it writes dates, times and numbers here, such as es-US. */
  locale: string;
  /** Whether a person who speaks it has read the texts. */
  checked: boolean;
  texts: Texts;
}

const read = (file: string): Language => {
  const texts = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Texts;
  return { code: basename(file, '.json'), name: texts['language.name'], dir: texts['language.dir'] === 'rtl' ? 'rtl' : 'ltr', locale: texts['language.locale'], checked: texts['language.checked'] === 'yes', texts };
};

/** Every language there is a file for, English first. Adding one is adding its file. */
export const LANGUAGES: readonly Language[] = readdirSync(__dirname)
  .filter((file) => /^[a-z]{2,3}\.json$/.test(file))
  .map(read)
  .sort((a, b) => Number(b.code === 'en') - Number(a.code === 'en') || a.code.localeCompare(b.code));

export const isLanguage = (code: string | undefined): code is string => LANGUAGES.some((language) => language.code === code);
export const languageOf = (code: string | undefined): Language => LANGUAGES.find((language) => language.code === code) ?? (LANGUAGES[0] as Language);

/** The most wanted language of an Accept-Language header (RFC 9110, section 12.5.4) that there are texts for. */
export function preferred(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.split(';');
    const weight = Number(/q=([\d.]+)/.exec(rest.join())?.[1] ?? 1);
    return { code: tag.trim().toLowerCase().split('-')[0], weight };
  });
  const fitting = wanted.filter(({ code, weight }) => weight > 0 && isLanguage(code)).sort((a, b) => b.weight - a.weight);
  return languageOf(fitting[0]?.code);
}

const HOLE = /\{(\w+)\}/;
/** A text cut at its holes: texts at even places, names of holes at odd ones. */
export const pieces = (text: string): string[] => text.split(HOLE);

/** Numbers are written as `locale` writes them. */
export const fill = (text: string, values: Values = {}, locale = 'en-US'): string => pieces(text).map((part, place) => (place % 2 ? (values[part] ?? '').toLocaleString(locale) : part)).join('');
