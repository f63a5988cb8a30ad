/** ISO 639 codes of language names as sources write them, lower case. */
const CODES: Readonly<Record<string, string>> = {
  english: 'en', spanish: 'es', espanol: 'es', creole: 'ht', 'haitian creole': 'ht', 'haitian-creole': 'ht', kreyol: 'ht', french: 'fr', portuguese: 'pt', hebrew: 'he', russian: 'ru',
  arabic: 'ar', italian: 'it', greek: 'el', yiddish: 'yi', german: 'de', japanese: 'ja', mandarin: 'zh', chinese: 'zh', 'mandarin chinese': 'zh', cantonese: 'yue', hindi: 'hi', romanian: 'ro',
  vietnamese: 'vi', tagalog: 'tl', korean: 'ko', polish: 'pl', urdu: 'ur', farsi: 'fa', persian: 'fa', turkish: 'tr', hungarian: 'hu', swahili: 'sw', somali: 'so', hmong: 'hmn', bengali: 'bn',
  gujarati: 'gu', punjabi: 'pa', ukrainian: 'uk', dutch: 'nl', swedish: 'sv', thai: 'th', amharic: 'am', mam: 'mam', kanjobal: 'kjb', 'american sign language': 'ase', 'sign language': 'ase', asl: 'ase',
};

/** What one language entry of a source says. */
export interface ReadLanguages {
  codes: string[];
  /** It speaks of interpreters for languages that it does not name. */
  interpreters: boolean;
  /** The words that name no known language. */
  rest: string;
}

const INTERPRETERS = /(interpret|translat|language line|other languages?|others? (?:available )?upon request|upon request)/i;

/** `English and Spanish`, `Creole (limited)`, `Other languages available upon request` … */
export function readLanguages(raw: string): ReadLanguages {
  const parts = raw
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .split(/,|;|\n|\/|&|\band\b|\.(?:\s|$)/i)
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
  const codes = [...new Set(parts.map((part) => CODES[part]).filter((code) => code !== undefined))];
  const rest = parts.filter((part) => !CODES[part]).join('; ');
  return { codes, interpreters: INTERPRETERS.test(rest), rest };
}

const THREE: Readonly<Record<string, string>> = { eng: 'en', spa: 'es', vie: 'vi', zho: 'zh', cmn: 'zh', ara: 'ar', som: 'so', hat: 'ht', fra: 'fr', por: 'pt' };

/** A code in the form the directory keeps: two letters where ISO 639-1 has them. */
export function languageCode(raw: string): string | undefined {
  const code = raw.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(code) ? (THREE[code] ?? code) : undefined;
}
