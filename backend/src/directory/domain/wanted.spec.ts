import { KnownWords, wantedBy } from './wanted.js';

const known = new KnownWords(['Harbor Peer Center', 'Norwalk Food Pantry']);
const wanted = (text: string) => wantedBy(text, known);

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

  it('is never a sentence of PostgreSQL’s own: letters and digits alone', () => {
    expect(wanted(`food' | !rent:* & <-> (x)`).query).toMatch(/^[a-z0-9 &|()]+$/);
  });

  it('reads twelve words and no more', () => {
    expect(wanted(Array.from({ length: 400 }, (_, n) => `word${n}`).join(' ')).query?.split('&')).toHaveLength(12);
  });
});
