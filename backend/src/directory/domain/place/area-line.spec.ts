import { areaLines } from './area-line.js';

test('an area is what it is, however a source calls it', () => {
  const ours = [{ type: 'county', value: 'Fairfield, CT', name: 'Fairfield County, CT' }, { type: 'zip', zips: ['06855', '06854'] }, { type: 'nation', value: 'US', name: 'All of the United States' }];
  const theirs = [{ type: 'nation', value: 'US', name: 'USA' }, { type: 'zip', zips: ['06854'] }, { type: 'zip', zips: ['06855', '06854'] }, { type: 'county', value: 'Fairfield, CT', name: 'The county of Fairfield', zips: ['06854', '06604'] }];
  expect(areaLines(ours)).toEqual(areaLines(theirs));
  expect(areaLines(ours)).toEqual(['All of the United States', 'Fairfield County, CT', 'ZIP codes 06854, 06855']);
});

test.each([
  [{ type: 'state', value: 'US-CT' }, 'All of CT'],
  [{ type: 'county', value: 'Orleans, LA' }, 'Orleans Parish, LA'],
  [{ type: 'county', value: 'Somewhere' }, 'Somewhere'],
  [{ type: 'town', value: 'Norwalk, CT', name: 'City of Norwalk' }, 'Norwalk, CT'],
  [{ type: 'shape', name: 'The coast', shape: { box: [0, 0, 1, 1] as const, polygons: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]] as const } }, 'The coast, drawn with 4 corners'],
  [{ type: null, name: ' Near the river ' }, 'Near the river'],
  [{ extent: 'Most of the valley' }, 'Most of the valley'],
])('%j is "%s"', (area, line) => expect(areaLines([area])).toEqual([line]));

test('nothing is no line', () => expect(areaLines([{}, { type: 'zip', zips: [] }, { type: 'town' }])).toEqual([]));
