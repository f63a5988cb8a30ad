import { clarity, EASY, FORMAL, NORMAL, spokenIn } from '../../../test/spanish.js';
import { fill, LANGUAGES, languageOf, preferred } from './texts.js';

const HARSH = /\b(case|client|clients|submit|submitted|invalid|illegal|victim|abuser|suffer|sorry|please be patient|brave)\b/i;
/** Names of things that have no plainer word. */
const NAMES = /\b(Medicaid|Medicare|TRICARE|VA|WCAG|GOV\.UK|VA\.gov|Chayn|Safety Net|NNEDV|988lifeline\.org|ZIP|e-mail|AA)\b/g;

function syllables(word: string): number {
  const trimmed = word.toLowerCase().replace(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0] ?? '');
  return Math.max(1, trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** Flesch-Kincaid grade of a text. */
function grade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((one) => /\w/.test(one));
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  return 0.39 * (words.length / sentences.length) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59;
}

/** Texts that are the same word in English and in another language. */
const SAME = new Set(['Error:', 'No', 'Medicaid', 'Medicare', 'TRICARE', 'VA', 'ltr']);
/** Small words that no text in English does without, and that no other language here has. */
const ENGLISH = /\b(the|you|your|we|our|and|of|is|are|not|with|for|this|that|what|help)\b/i;

const english = languageOf('en').texts;
const prose = ([key]: [string, unknown]): boolean => !/^(language|hours|open|crisis)\.|wording/.test(key);
/** The English texts by page: the first part of the key. Labels and buttons count as sentences. */
const pages = Map.groupBy(Object.entries(english).filter(prose), ([key]) => key.split('.')[0] ?? '');
const sentences = (said: readonly [string, string | string[]][]): string =>
  said
    .flatMap(([, text]) => text)
    .map((text) => text.replace('# ', '').replace(/\{\w+\}/g, 'two').replace(NAMES, 'it').replace(/[^.!?:]$/, '$&.'))
    .join(' ');
const textOf = (page: string): string => sentences(pages.get(page) ?? []);

describe('texts of the pages', () => {
  it.each([...pages.keys()])('P27 the English of "%s" reads at grade 6 or lower', (page) => {
    expect(grade(textOf(page))).toBeLessThanOrEqual(6);
  });

  it('P27 uses no word of the list', () => {
    for (const [key, text] of Object.entries(english)) for (const one of [text].flat()) expect(`${key}: ${one}`).not.toMatch(new RegExp(`: .*${HARSH.source}`, 'i'));
  });

  it('the start page says what it is in 60 words or fewer', () => {
    const shown = [english['start.title'], english['start.lead'], english['start.hours'], english['start.begin'], english['start.or']].join(' ');
    expect(shown.split(/\s+/).length).toBeLessThanOrEqual(60);
  });

  it('X08 every language has the same texts with the same holes', () => {
    const holes = (text: string | string[]): string => [text].flat().join(' ').match(/\{\w+\}/g)?.sort().join() ?? '';
    const shape = (texts: object): string[] => Object.entries(texts as Record<string, string | string[]>).map(([key, text]) => `${key} ${holes(text)}`).sort();
    for (const { texts } of LANGUAGES) expect(shape(texts)).toEqual(shape(english));
  });

  it.each(LANGUAGES.filter(({ code }) => code !== 'en'))('X08 nothing of "$code" was left in English', ({ texts }) => {
    const said = (of: object): [string, string][] => Object.entries(of as Record<string, string | string[]>).flatMap(([key, text]) => [text].flat().map((one, place): [string, string] => [`${key}[${place}]`, one]));
    const before = new Map(said(english));
    const equal = said(texts).filter(([key, text]) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')) && before.get(key) === text);
    expect(equal.filter(([, text]) => !SAME.has(text))).toEqual([]);
    expect(said(texts).filter(([, text]) => ENGLISH.test(text))).toEqual([]);
  });

  it.each([['ciudad', 2], ['día', 2], ['quiero', 2], ['leer', 2], ['hay', 1], ['aquí', 2], ['respuestas', 3], ['cuidado', 3], ['guía', 2], ['y', 1]])('counts the syllables of "%s"', (word, count) => {
    expect(spokenIn(word)).toBe(count);
  });

  it('every consent wording has a version of its own language', () => {
    for (const { code, texts } of LANGUAGES) {
      expect(texts['choice.wording']).toMatch(new RegExp(`^desk-${code}-\\d+$`));
      expect(texts['preview.wording']).toMatch(new RegExp(`^share-${code}-\\d+$`));
    }
  });

  it('the Spanish reads as easily as a newspaper for everybody, page by page, and says "usted"', () => {
    const { texts } = languageOf('es');
    const groups = Map.groupBy(Object.entries(texts).filter(prose), ([key]) => key.split('.')[0] ?? '');
    const measured = [...groups].map(([page, said]) => ({ page, text: sentences(said) })).filter(({ text }) => text.split(' ').length > 9); // a single line has no measure
    expect(measured.length).toBeGreaterThan(20);
    expect(measured.filter(({ text }) => clarity(text) < EASY).map(({ page }) => page)).toEqual([]);
    const long = Object.entries(texts).filter(prose).flatMap(([key, text]) => [text].flat().map((one): [string, string] => [key, one])).filter(([, text]) => text.split(' ').length > 9);
    expect(long.filter((one) => clarity(sentences([one])) < NORMAL).map(([key]) => key)).toEqual([]);
    for (const [key, text] of Object.entries(texts)) for (const one of [text].flat()) expect(`${key}: ${one}`).not.toMatch(FORMAL);
  });

  it.each([
    ['xx-YY, en-US;q=0.8', 'en'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en;q=0.5, es', 'es'],
    ['es;q=0, en;q=0.1', 'en'],
    ['est, fr', 'en'],
    [undefined, 'en'],
  ])('takes from %s the most wanted language that there are texts for, else English', (header, code) => {
    expect(preferred(header).code).toBe(code);
  });

  it('falls back to English where a code has no texts', () => {
    expect(languageOf('leave').code).toBe('en');
  });

  it('fills holes', () => {
    expect(fill('Up to {count} letters for {name}', { count: 4000, name: 'Cher' })).toBe('Up to 4,000 letters for Cher');
  });
});
