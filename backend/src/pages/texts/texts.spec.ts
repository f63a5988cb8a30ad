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

const english = languageOf('en').texts;
/** The English texts by page: the first part of the key. Labels and buttons count as sentences. */
const pages = Map.groupBy(Object.entries(english).filter(([key]) => !/^(language|hours|crisis)\.|wording/.test(key)), ([key]) => key.split('.')[0] ?? '');
const textOf = (page: string): string =>
  (pages.get(page) ?? [])
    .flatMap(([, text]) => text)
    .map((text) => text.replace('# ', '').replace(/\{\w+\}/g, 'two').replace(NAMES, 'it').replace(/[^.!?:]$/, '$&.'))
    .join(' ');

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

  it('takes the first wanted language that there are texts for, else English', () => {
    expect(preferred('xx-YY, en-US;q=0.8').code).toBe('en');
    expect(preferred(undefined).code).toBe('en');
    expect(languageOf('leave').code).toBe('en');
  });

  it('fills holes', () => {
    expect(fill('Up to {count} letters for {name}', { count: 4000, name: 'Cher' })).toBe('Up to 4,000 letters for Cher');
  });
});
