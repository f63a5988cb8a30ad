import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELSEWHERE } from './vocabulary-lines.js';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { files, VERSION } from './vocabulary.js';

const ALL = VOCABULARY.flatMap(({ code: taxonomy, terms }) => terms.map((term) => ({ ...term, taxonomy, key: `${taxonomy}/${term.code}` })));
const countOf = (taxonomy: string): number => ALL.filter((term) => term.taxonomy === taxonomy && !term.retiredIn).length;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
const twice = (list: readonly string[]): string[] => list.filter((one, index) => list.indexOf(one) !== index);
const syllables = (word: string): number => Math.max(1, word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g)?.length ?? 1);
/** Flesch-Kincaid grade of sentences, each of which is counted by itself. */
function grade(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z’']+/g) ?? []);
  return 0.39 * (words.length / sentences.length) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59;
}

describe('the vocabulary', () => {
  it('is about 200 service terms and 80 situations, in the taxonomies that have a file', () => {
    expect(countOf('need') + countOf('service-type')).toBeGreaterThanOrEqual(200);
    expect(countOf('population')).toBeGreaterThanOrEqual(80);
    expect([...files()]).toEqual([...VOCABULARY.map(({ code }) => `${code}.txt`), 'taxonomies.txt'].sort());
  });

  it('keeps each code once, in small letters, at most three levels deep', () => {
    for (const { code, terms } of VOCABULARY) {
      expect([code, twice(terms.map((term) => term.code))]).toEqual([code, []]);
      expect([code, twice(terms.map((term) => plain(term.name)))]).toEqual([code, []]);
      const parents = new Map(terms.map((term) => [term.code, term.parent]));
      for (const term of terms) {
        expect(term.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        const up = [term.parent, parents.get(term.parent ?? ''), parents.get(parents.get(term.parent ?? '') ?? '')];
        expect([term.code, term.parent === null || parents.has(term.parent), up[2] ?? null]).toEqual([term.code, true, null]);
      }
    }
  });

  it('is whole in both languages', () => {
    for (const term of ALL) {
      for (const text of [term.name, term.nameEs, term.description, term.descriptionEs]) expect([term.key, text.trim() === text && text.length > 1]).toEqual([term.key, true]);
      for (const text of [term.description, term.descriptionEs]) expect([term.key, text]).toEqual([term.key, expect.stringMatching(/^[\p{Lu}¿].*[^.]\.$/u)]);
      for (const phrases of [term.phrasesEn, term.phrasesEs]) expect([term.key, phrases.length > 0 && !twice(phrases).length]).toEqual([term.key, true]);
      expect([term.key, term.description === term.descriptionEs]).toEqual([term.key, false]);
    }
  });

  it('a definition says something else than the name, in one sentence', () => {
    for (const term of ALL) {
      for (const [name, said] of [[term.name, term.description], [term.nameEs, term.descriptionEs]] as const) {
        const known = new Set(wordsIn(name));
        expect([term.key, wordsIn(said).filter((word) => word.length > 3 && !known.has(word)).length >= 2]).toEqual([term.key, true]);
        expect([term.key, said.slice(0, -1).match(/[.!?]\s/g)]).toEqual([term.key, null]);
      }
    }
  });

  it.each(VOCABULARY.map(({ code, terms }) => [code, terms.map(({ description }) => description)] as const))('the definitions of %s read at grade 8 or lower', (_, sentences) => {
    expect(grade(sentences)).toBeLessThanOrEqual(8);
  });

  it('no word of it blames', () => {
    const texts = ALL.flatMap((term) => [term.name, term.description]);
    expect(texts.filter((text) => /\b(addicts?|alcoholics?|junkies?|committed suicide|crazy|insane|mentally ill|suffers? from|the homeless|illegals?|abusers?|victims?|schizophrenics?|normal people)\b/i.test(text))).toEqual([]);
  });

  it('a phrasing belongs to two terms at most, and is what a person says, not a name', () => {
    const said = Map.groupBy(ALL.flatMap((term) => [...term.phrasesEn, ...term.phrasesEs].map((phrase) => ({ phrase: plain(phrase), key: term.key }))), ({ phrase }) => phrase);
    expect([...said].filter(([, keys]) => keys.length > 2).map(([phrase]) => phrase)).toEqual([]);
    for (const term of ALL) expect([term.key, [...term.phrasesEn, ...term.phrasesEs].map(plain).includes(plain(term.name))]).toEqual([term.key, false]);
  });

  it('knows since when, and what took the place of what is over', () => {
    for (const { terms } of VOCABULARY) {
      const living = new Set(terms.filter(({ retiredIn }) => !retiredIn).map(({ code }) => code));
      for (const { code, since, retiredIn, replacedBy } of terms) {
        expect([code, Number(since) >= 1 && Number(since) <= Number(VERSION)]).toEqual([code, true]);
        if (retiredIn) expect([code, Number(retiredIn) > Number(since)]).toEqual([code, true]);
        if (replacedBy) expect([code, retiredIn !== null && living.has(replacedBy)]).toEqual([code, true]);
      }
    }
  });
});

const FOLDER = join(__dirname, '../../../../../shared/data/taxonomies');
const withFiles = existsSync(FOLDER) ? describe : describe.skip;
const column = (file: string, at: number): string[] => readFileSync(join(FOLDER, file), 'utf8').split('\n').slice(1).map((line) => line.split(',')[at] ?? '');

describe('the crosswalk', () => {
  const facts = ALL.flatMap(({ crosswalk, key }) => crosswalk.map((fact) => ({ ...fact, key })));

  it('says of each code one thing', () => {
    expect(facts.length).toBeGreaterThan(150);
    expect(twice(facts.map(({ vocabulary, code }) => `${vocabulary}/${code}`))).toEqual([]);
    expect([...new Set(facts.map(({ vocabulary }) => vocabulary))].sort()).toEqual(Object.values(ELSEWHERE).sort());
  });

  withFiles('against the public files', () => {
    it.each([['open-eligibility', 'open-eligibility-2.0.csv', 0], ['samhsa-services', 'samhsa-service-codes.csv', 1], ['gravity-sdoh', 'gravity-sdoh-categories.csv', 0]] as const)('names only codes that %s has', (vocabulary, file, at) => {
      const known = new Set(column(file, at));
      expect(known.size).toBeGreaterThan(20);
      expect(facts.filter((fact) => fact.vocabulary === vocabulary && !known.has(fact.code))).toEqual([]);
    });
  });
});
