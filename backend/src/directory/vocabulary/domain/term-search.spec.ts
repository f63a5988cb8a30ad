import fc from 'fast-check';
import { VOCABULARY } from '../../../seed/reference/vocabulary.js';
import { likePatterns, searchTerms } from './term-search.js';

const TERMS = VOCABULARY.flatMap(({ code, terms }) => terms.map((term) => ({ ...term, key: `${code}/${term.code}`, phrases: [...term.phrasesEn, ...term.phrasesEs] })));
const first = (search: string) => searchTerms(TERMS, search).slice(0, 3).map(({ term }) => term.key);

it.each([
  ["can't get out of bed", 'need/depression'],
  ['cant get out of bed', 'need/depression'],
  ['no puedo dormir', 'need/sleep'],
  ['No puedo DORMIR', 'need/sleep'],
  ['pay my rent', 'need/rent-help'],
  ['hear voices', 'need/hearing-voices'],
  ['cupones', 'need/food-benefits'],
  ['dormir hoy', 'need/shelter-tonight'],
  ['detox', 'service-type/detox'],
  ['ansiedad', 'need/anxiety'],
  ['eviction', 'need/eviction'],
  ['kicked out by my parents', 'population/runaway-youth'],
])('"%s" finds %s', (search, key) => expect(first(search)).toContain(key));

it('finds each phrasing under its own term, and says which it was', () => {
  for (const term of TERMS) {
    for (const phrase of term.phrases) {
      const found = searchTerms(TERMS, phrase).find((one) => one.term === term);
      expect([term.key, phrase, found !== undefined]).toEqual([term.key, phrase, true]);
    }
  }
  expect(searchTerms(TERMS, "can't get out of bed")[0]).toMatchObject({ said: "can't get out of bed" });
  expect(searchTerms(TERMS, 'Detox')[0]?.said).toBeNull();
});

it('finds nothing for nothing, and is calm about any text', () => {
  expect([searchTerms(TERMS, ''), searchTerms(TERMS, '!!')]).toEqual([[], []]);
  fc.assert(fc.property(fc.string(), (text) => searchTerms(TERMS.slice(0, 20), text).length <= 20));
  expect(likePatterns("50% o_f '; drop")).toEqual(['%50\\%%', '%o\\_f%', "%';%", '%drop%']);
});
