import fc from 'fast-check';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { likePatterns, TermSearch } from './term-search.js';

const TERMS = VOCABULARY.flatMap(({ code, terms }) => terms.map((term) => ({ ...term, key: `${code}/${term.code}`, phrases: [...term.phrasesEn, ...term.phrasesEs] })));
const TERM_SEARCH = new TermSearch(TERMS);
const first = (search: string) => TERM_SEARCH.find(search).slice(0, 3).map(({ term }) => term.key);

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
  ['no puedo domrir', 'need/sleep'],
  ['evicton', 'need/eviction'],
  ['evict', 'need/eviction'],
  ['deppression', 'need/depression'],
])('"%s" finds %s', (search, key) => expect(first(search)).toContain(key));

it('finds each phrasing under its own term, and says which it was', () => {
  for (const term of TERMS) {
    for (const phrase of term.phrases) {
      const found = TERM_SEARCH.find(phrase).find((one) => one.term === term);
      expect([term.key, phrase, found !== undefined]).toEqual([term.key, phrase, true]);
    }
  }
  expect(TERM_SEARCH.find("can't get out of bed")[0]).toMatchObject({ said: "can't get out of bed" });
  expect(TERM_SEARCH.find('Detox')[0]?.said).toBeNull();
});

it('finds nothing for nothing, and is calm about any text', () => {
  expect([TERM_SEARCH.find(''), TERM_SEARCH.find('!!')]).toEqual([[], []]);
  const few = new TermSearch(TERMS.slice(0, 20));
  fc.assert(fc.property(fc.string(), (text) => few.find(text).length <= 20));
  expect(likePatterns("50% o_f '; drop")).toEqual(['%50\\%%', '%o\\_f%', "%';%", '%drop%']);
});

it.each([
  ['I lost my place and I just can’t get out of bed since', 'need/depression'],
  ['no puedo dormir', 'need/sleep'],
])('"%s" means %s', (sentence, key) => expect(TERM_SEARCH.meant(sentence).map((term) => term.key)).toContain(key));

it('a single word of a longer sentence means nothing, and neither does silence', () => {
  expect(TERM_SEARCH.meant('a rehab of old cars')).toEqual([]);
  expect(TERM_SEARCH.meant('')).toEqual([]);
});
