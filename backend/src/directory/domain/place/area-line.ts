import type { Shape } from './area.js';
import { countyLabel } from './county-names.js';

/** An area as far as people and other sources can compare it. Batches leave out what they do not know. */
export interface AreaLike {
  type?: string | null | undefined;
  value?: string | null | undefined;
  zips?: readonly string[] | null | undefined;
  shape?: Shape | null | undefined;
  name?: string | null | undefined;
  extent?: string | null | undefined;
  description?: string | null | undefined;
}

/** County or town and its state: "Fairfield, CT" as "Fairfield County, CT". */
function countyLine(value: string): string {
  const [, county = value, state] = /^(.*), ([A-Z]{2})$/.exec(value) ?? [];
  return state ? `${countyLabel(county, state)}, ${state}` : value;
}

const cornersOf = ({ polygons }: Shape): number => polygons.flat(2).length;
const words = ({ name, value, description, extent }: AreaLike): string => (name ?? value ?? description ?? extent?.slice(0, 200) ?? '').trim();

const LINES: Readonly<Record<string, (area: AreaLike) => string>> = {
  nation: () => 'All of the United States',
  state: ({ value }) => `All of ${(value ?? '').replace(/^US-/, '')}`,
  county: ({ value }) => countyLine(value ?? ''),
  town: ({ value }) => value ?? '',
  shape: ({ shape, name }) => `${name ?? 'An area drawn on a map'}${shape ? `, drawn with ${cornersOf(shape)} corners` : ''}`,
};

/** Areas as lines, in one order, each by what it is and not by how a source calls it: two that take people from the same places are the same. All ZIP codes are one line, however their rows are cut. */
export function areaLines(areas: readonly AreaLike[]): string[] {
  const zips = [...new Set(areas.flatMap(({ type, zips: all }) => (type === 'zip' ? (all ?? []) : [])))].sort();
  const others = areas.filter(({ type }) => type !== 'zip').map((area) => (LINES[area.type ?? ''] ?? words)(area));
  return [...new Set([...others.filter(Boolean).sort(), ...(zips.length ? [`ZIP codes ${zips.join(', ')}`] : [])])];
}
