import { zipLines } from '../../../../test/zip-lines.js';
import { Gazetteer, readShape } from '../../../directory/index.js';
import { readArea, type WrittenArea } from './wire-area.js';

const places = new Gazetteer(zipLines());
const read = (area: Partial<WrittenArea>, state: string | null = null): string => {
  const found = readArea({ type: null, extent: null, name: null, description: null, ...area }, { places, state, shape: readShape });
  return found ? [found.type, found.value ?? found.zips.join(' '), ...(found.assumed ? ['assumed'] : [])].join(' ') : 'not known';
};
const text = (extent: string, state?: string): string => read({ type: 'text', extent }, state);

describe('an area in words', () => {
  it.each([
    ['Fairfield County, CT', 'county Fairfield, CT'],
    ['Fairfield County, Connecticut', 'county Fairfield, CT'],
    ['Fairfield, CT', 'county Fairfield, CT'], // as this product writes a county
    ['Town of Fairfield, CT', 'town Fairfield, CT'],
    ['Norwalk, CT', 'town Norwalk, CT'],
    ['City of Stamford, Connecticut', 'town Stamford, CT'],
    ['Western Connecticut, CT', 'county Western Connecticut, CT'],
    ['Western Connecticut Planning Region', 'county Western Connecticut, CT'],
    ['Miami-Dade County', 'county Miami-Dade, FL'], // there is one in the nation
    ['Miami-Dade', 'county Miami-Dade, FL'],
    ['Caddo Parish, LA', 'county Caddo Parish, LA'],
    ['St. Tammany Parish', 'county St. Tammany, LA'],
    ['33101, 33102', 'zip 33101 33102'],
    ['33101; 33102-1234 and 33109', 'zip 33101 33102 33109'],
    ['ZIP codes: 06850 06854', 'zip 06850 06854'],
    ['Connecticut', 'state US-CT'],
    ['US-CT', 'state US-CT'],
    ['NY', 'state US-NY'],
    ['State of Washington', 'state US-WA'],
    ['Statewide: New York', 'state US-NY'],
    ['Connecticut (statewide)', 'state US-CT'],
    ['All of Texas', 'state US-TX'],
    ['Nationwide', 'nation US'],
    ['USA', 'nation US'],
    ['the United States', 'nation US'],
  ])('%s', (written, area) => expect(text(written)).toBe(area));

  it.each([
    ['Fairfield County', 'county Fairfield, CT assumed'],
    ['Statewide', 'state US-CT assumed'],
    ['All counties', 'state US-CT assumed'],
    ['Norwalk', 'town Norwalk, CT assumed'],
    ['Fairfield County, OH', 'county Fairfield, OH'], // what is said goes before what is near
  ])('%s, of a service with addresses in Connecticut', (written, area) => expect(text(written, 'CT')).toBe(area));

  it('a town that is called as its county is neither, where only the name stands', () => expect(text('Fairfield', 'CT')).toBe('not known'));

  it.each(['Fairfield County', 'Statewide', 'Norwalk', 'New York', 'Washington', 'Nowhere County, CT', 'Atlantis, CT', 'Fairfield, New Haven and Hartford Counties', 'Greater Bridgeport', 'Within 20 miles of Norwalk', 'Tri-state area', '1234', 'CT and NY'])(
    '%s is not known: nobody is turned away by a guess',
    (written) => expect(text(written)).toBe('not known'),
  );
});

describe('an area with a type', () => {
  const drawn = '{"type":"Polygon","coordinates":[[[-73.5,41],[-73.3,41],[-73.3,41.2],[-73.5,41]]]}';
  it.each<[string, Partial<WrittenArea>, string]>([
    ['a county', { type: 'county', extent: 'Fairfield, CT' }, 'county Fairfield, CT'],
    ['a county by its word', { type: 'county', extent: 'Fairfield County, CT' }, 'county Fairfield, CT'],
    ['a county that nobody knows, by the ZIP codes that it lists', { type: 'county', extent: 'Elsewhere, CT', description: '06850 06854' }, 'county Elsewhere, CT'],
    ['a county that nobody knows', { type: 'county', extent: 'Elsewhere, CT' }, 'not known'],
    ['an independent city in the place of a county', { type: 'county', extent: 'City of Richmond, VA' }, 'county City of Richmond, VA'],
    ['a state', { type: 'state', extent: 'New York' }, 'state US-NY'],
    ['ZIP codes', { type: 'postcode', extent: '06850,06854' }, 'zip 06850 06854'],
    ['ZIP codes without any', { type: 'zip', extent: 'ask us' }, 'not known'],
    ['GeoJSON', { type: 'geojson', extent: drawn }, 'shape '],
    ['GeoJSON that nobody called so', { type: 'text', extent: drawn }, 'shape '],
    ['GeoJSON that draws nothing', { type: 'geojson', extent: '{"type":"Polygon"}', name: 'Fairfield County, CT' }, 'not known'], // its name may be wider or narrower than it
    ['TopoJSON', { type: 'topojson', extent: '{"type":"Topology"}', name: 'Connecticut' }, 'not known'],
    ['KML', { type: 'kml', extent: '<kml/>', name: 'Connecticut' }, 'not known'],
    ['a name alone', { name: 'Connecticut' }, 'state US-CT'],
    ['nothing', {}, 'not known'],
  ])('%s', (_, area, found) => expect(read(area)).toBe(found));
});
