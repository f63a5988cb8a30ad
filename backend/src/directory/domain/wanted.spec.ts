import { VOCABULARY } from '../../../test/vocabulary.js';
import { TermSearch } from './term-search.js';
import { words } from './term-suggestion.js';
import { KnownWords, wantedBy } from './wanted.js';

const TERMS = VOCABULARY.flatMap(({ code: taxonomy, terms }) => terms.map((term) => ({ ...term, taxonomy, phrases: [...term.phrasesEn, ...term.phrasesEs] })));
const SEARCH = new TermSearch(TERMS);
const known = new KnownWords(['Harbor Peer Center', 'Norwalk Food Pantry', ...SEARCH.calledBy()]);
const wanted = (text: string) => wantedBy(text, known, (sentence) => SEARCH.meant(sentence));

describe('what somebody looks for, in their words', () => {
  it.each([
    ['depression', { needs: ['depression'] }],
    ['depresion', { needs: ['depression'] }],
    ['deppression', { needs: ['depression'], corrected: true }],
    ['suport group for veterns', { types: ['support-group'], populations: ['veterans'], corrected: true }],
    ['grupo de apoyo', { types: ['support-group'], corrected: false }],
    ['violencia domestica', { needs: ['domestic-violence'] }],
    ['Ataques de pánico', { needs: ['panic'] }],
    ['nothing of the kind', { needs: [], types: [] }],
  ])('reads "%s"', (text, expected) => expect(wanted(text)).toMatchObject(expected));

  it('looks for what is no term in the listings’ own words, in English too', () => {
    expect(wanted('busco comida para mi familia')).toMatchObject({ query: '(comida | food) & (familia | family)' });
    expect(wanted('harbr peer')).toMatchObject({ said: 'harbor peer', query: '(harbor | harbr) & peer' });
    expect(wanted('I need help')).toMatchObject({ query: null });
  });

  it.each([
    ['no tengo para la renta', 'rent-help'],
    ["can't get out of bed", 'depression'],
    ['no puedo dormir', 'sleep'],
    ['no puedo domir', 'sleep'],
    ['necesito dónde vivir', 'housing'],
  ])('hears what people say: "%s" means %s', (text, need) => expect(wanted(text).needs).toContain(need));

  it('takes contractions without their apostrophe as words of their own', () => {
    expect(wanted('i cant sleep')).toMatchObject({ needs: ['sleep'], corrected: false, query: 'sleep' });
    expect(wanted('cant get out of bed').needs).toContain('depression');
    expect(wanted('im so lonely and dont know')).toMatchObject({ corrected: false });
  });

  it('reads no denial as what it denies', () => expect(wanted('no quiero vivir').needs).toEqual([]));

  it('sets no everyday word right: whoever writes one means it', () => {
    expect(new KnownWords(['Killing Time'], new Set(['kick', 'hope'])).nearest('kicking')).toBe('kicking'); // a form of an everyday word is no slip
    expect(new KnownWords(['Killing Time']).nearest('kicking')).toBe('killing');
    const near = new KnownWords(['Heart Center', 'Wane'], new Set(['hear', 'want']));
    expect(['hear', 'want', 'hert', 'wane'].map((word) => near.nearest(word))).toEqual(['hear', 'want', 'heart', 'wane']);
    expect(new KnownWords(['Heart Center']).nearest('hear')).not.toBe('hear');
  });

  it('hears every phrasing of the vocabulary', () => {
    const deaf = TERMS.flatMap(({ taxonomy, code, phrases }) => phrases.filter((phrase) => words(phrase).length <= 12).map((phrase) => ({ taxonomy, code, phrase }))).filter(({ taxonomy, code, phrase }) => {
      const { needs, types, populations } = wanted(phrase);
      return ({ need: needs, 'service-type': types, population: populations } as Record<string, string[]>)[taxonomy]?.includes(code) === false;
    });
    expect(deaf).toEqual([]);
  });

  it('is never a sentence of PostgreSQL’s own: letters and digits alone', () => {
    expect(wanted(`food' | !rent:* & <-> (x)`).query).toMatch(/^[a-z0-9 &|()]+$/);
  });

  it('reads twelve words and no more', () => {
    expect(wanted(Array.from({ length: 400 }, (_, n) => `word${n}`).join(' ')).query?.split('&')).toHaveLength(12);
  });
});
