import { unaccented } from './plain.js';

/** Languages that an agency is likely to name, as ISO 639 codes; another name is kept as it was written, without a code. */
const CODES = ['am', 'ar', 'ase', 'bn', 'bs', 'de', 'el', 'en', 'es', 'fa', 'fr', 'gu', 'he', 'hi', 'hmn', 'hr', 'ht', 'hu', 'hy', 'it', 'ja', 'km', 'ko', 'ku', 'lo', 'my', 'ne', 'nl', 'om', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'so', 'sq', 'sr', 'sw', 'ta', 'te', 'th', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi', 'yi', 'zh'];

const plain = (name: string): string => unaccented(name).trim();
const namesIn = (locale: string): [string, string][] => CODES.map((code) => [plain(new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code), code]);
const BY_NAME = new Map([...namesIn('en'), ...namesIn('es'), ['mandarin', 'zh'], ['cantonese', 'zh'], ['creole', 'ht'], ['asl', 'ase'], ['tagalog', 'tl'], ['farsi', 'fa']] as [string, string][]);

/** The ISO 639 code of a language by its English or Spanish name; null for a name that is not known. */
export const languageCodeOf = (name: string): string | null => BY_NAME.get(plain(name)) ?? null;

/** A language's English name by its code; what is no code stays as it is. */
export const languageNamed = (value: string): string => (/^[a-z]{2,3}$/.test(value) ? (new Intl.DisplayNames(['en'], { type: 'language' }).of(value) ?? value) : value);
