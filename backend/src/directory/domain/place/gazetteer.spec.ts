import fc from 'fast-check';
import { zipLines } from '../../../../test/zip-lines.js';
import { isIndependentCity } from './county-names.js';
import { Gazetteer, labelOf, middleOf, type PlacesFound } from './gazetteer.js';
import { NearNames, slips } from './near-names.js';
import { foldPlace } from './place-words.js';
import { stateCode } from './states.js';

const lines = zipLines();
const places = new Gazetteer(lines);
const said = ({ certainty, places: found }: PlacesFound): string => [certainty, ...found.map(labelOf)].join(' | ');
const HOME = ['CT'];

describe('a place as people write it', () => {
  it.each([
    ['06854', 'sure | 06854'],
    ['06854 Norwalk', 'sure | 06854'],
    ['06854-1234', 'sure | 06854'],
    ['6854', 'like | 06854'], // a spreadsheet ate the zero
    ['00901', 'sure | 00901'],
    ['00802', 'sure | 00802'],
    ['Norwalk', 'sure | Norwalk, CT'], // the only one at home
    ['norwalk ct', 'sure | Norwalk, CT'],
    ['NORWALK, CONNECTICUT', 'sure | Norwalk, CT'],
    ['Norwalk, Conn.', 'sure | Norwalk, CT'],
    ['Norwalk, OH', 'sure | Norwalk, OH'],
    ['Town of Norwalk', 'sure | Norwalk, CT'],
    ['Fairfield', 'sure | Fairfield, CT'], // a town goes before its county
    ['Fairfield County', 'sure | Fairfield County, CT'],
    ['Condado de Fairfield', 'sure | Fairfield County, CT'],
    ['Western Connecticut', 'sure | Western Connecticut Planning Region, CT'],
    ['Orleans Parish', 'sure | Orleans Parish, LA'],
    ['Caddo Parish, Louisiana', 'sure | Caddo Parish, LA'],
    ['City of Richmond, VA', 'sure | Richmond, VA'],
    ['Miami-Dade', 'sure | Miami-Dade County, FL'],
    ['Denver CO', 'sure | Denver, CO'],
    ['Charleston West Virginia', 'sure | Charleston, WV'],
    ['New York City', 'sure | New York, NY'],
    ['Washington DC', 'sure | Washington, DC'],
    ['St. Louis, MO', 'sure | Saint Louis, MO'],
    ['Cañon City', 'sure | Canon City, CO'],
    ['Mayagüez', 'sure | Mayaguez, PR'],
  ])('%s', (text, found) => expect(said(places.find(text, HOME))).toBe(found));

  it.each([
    ['Nowalk', 'Norwalk, CT'],
    ['Stamfrod CT', 'Stamford, CT'],
    ['Brigeport', 'Bridgeport, CT'],
    ['Danburry', 'Danbury, CT'],
    ['Farfield County', 'Fairfield County, CT'],
    ['Greenwhich', 'Greenwich, CT'],
    ['06845', '06854'],
    ['Norwolk', 'Norwalk, CT'],
    ['Norwolk, Conneticut', 'Norwalk, CT'],
    ['Norwalk Conneticutt', 'Norwalk, CT'],
    ['in Norwolk', 'Norwalk, CT'],
    ['cerca de Norwalk', 'Norwalk, CT'],
    ['Fairfield conty', 'Fairfield County, CT'],
    ['Fairfeild countey', 'Fairfield County, CT'],
    ['Condao de Fairfield', 'Fairfield County, CT'],
    ['near Litchfeild County', 'Litchfield County, CT'],
  ])('%s: did you mean %s', (text, meant) => {
    const { certainty, places: found } = places.find(text, HOME);
    expect(certainty).toBe('like');
    expect(found.map(labelOf).slice(0, 5)).toContain(meant);
  });

  it('of several of the same name somebody chooses: nothing is guessed', () => {
    const found = places.find('Springfield', HOME);
    expect(found.certainty).toBe('several');
    expect(found.places.length).toBe(8);
    expect(new Set(found.places.map(({ name }) => name))).toEqual(new Set(['Springfield']));
    expect(said(places.find('Norwalk', ['CT', 'OH']))).toMatch(/^several \| Norwalk, CT \| Norwalk, OH/);
    expect(places.find('Norwalk').certainty).toBe('several'); // without a home
  });

  it.each(['', '   ', 'x', 'zzzzzz', '99999999', '¿?', 'my sister’s house by the water'])('%j is nothing that is known', (text) => expect(places.find(text, HOME)).toEqual({ certainty: 'none', places: [] }));

  it('says where the middle is, and nothing for what has no point', () => {
    expect(middleOf(places.called('Norwalk', 'CT')[0]!)).toEqual({ lat: expect.closeTo(41.1, 1), lon: expect.closeTo(-73.4, 1) });
    expect(middleOf({ zips: lines.filter(({ state }) => state === 'AE').slice(0, 3) })).toBeNull();
  });

  it('states by code, name and abbreviation', () => expect(['ct', 'Conn.', 'N.Y.', 'west virginia', 'Puerto Rico', 'Fairfield'].map(stateCode)).toEqual(['CT', 'CT', 'NY', 'WV', 'PR', undefined]));
});

describe('every town and county of the table', () => {
  const all = [...new Map(lines.flatMap(({ city, state, counties }) => [{ kind: 'town', name: city, state } as const, ...counties.filter((name) => !isIndependentCity(name, state)).map((name) => ({ kind: 'county', name, state }) as const)].map((place) => [labelOf(place), place]))).values()].filter(({ name, state }) => name && state);

  it('is found by its own name, and its label means it alone', () => {
    const lost = all.filter((place) => said(places.find(labelOf(place))) !== `sure | ${labelOf(place)}`);
    expect(lost.map(labelOf)).toEqual([]);
  });

  it('is among the first five answers when one letter was dropped or two changed places', () => {
    const slip = { dropped: (name: string, at: number) => name.slice(0, at) + name.slice(at + 1), swapped: (name: string, at: number) => name.slice(0, at - 1) + name[at] + name[at - 1] + name.slice(at + 1) };
    const rates = Object.entries(slip).map(([how, spoil]) => {
      const asked = all.filter(({ kind, name }, at) => kind === 'town' && name.length > 4 && at % 29 === 0);
      const hits = asked.filter(({ name, state }, number) => {
        const wrong = `${spoil(name, 1 + ((number * 5) % (name.length - 1)))}, ${state}`;
        return places.find(wrong).places.slice(0, 5).some((found) => found.name === name && found.state === state);
      });
      return { how, asked: asked.length, rate: hits.length / asked.length };
    });
    process.stdout.write(rates.map(({ how, asked, rate }) => `a letter ${how}: ${(rate * 100).toFixed(1)} % of ${asked} towns found\n`).join(''));
    for (const { rate } of rates) expect(rate).toBeGreaterThan(0.96);
  });
});

describe('arithmetic', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdé '), maxLength: 9 });

  it('counts slips as two people would: alike from both sides, nothing only for the same, never more than the longer one', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const away = slips(a, b, 20);
        return away === slips(b, a, 20) && (away === 0) === (a === b) && away <= Math.max(a.length, b.length);
      }),
    );
    expect([slips('stamfrod', 'stamford', 2), slips('nowalk', 'norwalk', 2), slips('abc', 'xyz', 2)]).toEqual([1, 1, 3]);
  });

  it('the pairs of letters lose no name that one slip made', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines.filter(({ city }) => city.length > 4).slice(0, 4000)), fc.nat(), ({ city }, at) => {
        const name = foldPlace(city);
        const near = new NearNames([name]);
        const wrong = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
        return wrong === name || wrong.length < 4 || [...near.of(wrong)].flat().includes(name);
      }),
    );
  });

  it('folds once and for all', () => {
    fc.assert(fc.property(fc.string(), (text) => foldPlace(foldPlace(text)) === foldPlace(text)));
  });
});
