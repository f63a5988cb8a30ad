import { countyLabel, isIndependentCity } from './county-names.js';
import { NearNames } from './near-names.js';
import { foldPlace, kindOf, withoutTown, withState, type NamedKind } from './place-words.js';
import { otherwise } from './slipped-words.js';

/** One ZIP code of the table. */
export interface ZipLine {
  zip: string;
  city: string;
  /** Two letters. */
  state: string;
  /** Names without state: today's and, in Connecticut, the one until 2022. */
  counties: readonly string[];
  /** Degrees, WGS 84. */
  lat: number | null;
  lon: number | null;
}

/** A town or county with its ZIP codes, or one ZIP code. */
export interface NamedPlace {
  kind: 'town' | 'county' | 'zip';
  /** Such as "Norwalk", "Fairfield" (the county), "06854". */
  name: string;
  state: string;
  zips: readonly ZipLine[];
}

/** What a text may mean. `sure`: one place, and nothing else fits. `several`: places of just this name. `like`: none is called so, these come near. `none`: nothing comes near. */
export interface PlacesFound {
  certainty: 'sure' | 'several' | 'like' | 'none';
  /** Best first, at most eight. */
  places: readonly NamedPlace[];
}

const MOST = 8;
const NONE: PlacesFound = { certainty: 'none', places: [] };

/** A name with the kind and state that its words give. */
interface Wanted extends NamedKind {
  state: string | null;
}

/** The towns and counties of the lines, each once. Independent cities are towns. */
function placesIn(lines: readonly ZipLine[]): NamedPlace[] {
  const named = lines.flatMap((line) => [
    { kind: 'town' as const, name: line.city, line },
    ...line.counties.filter((county) => !isIndependentCity(county, line.state)).map((name) => ({ kind: 'county' as const, name, line })),
  ]);
  const groups = Map.groupBy(named.filter(({ name }) => name), ({ kind, name, line }) => `${kind}/${name}/${line.state}`);
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [{ kind: first.kind, name: first.name, state: first.line.state, zips: [first, ...rest].map(({ line }) => line) }] : []));
}

/** Every place that the ZIP table names, by its name, and by what comes near it. In memory, without a network. */
export class Gazetteer {
  private readonly zips: ReadonlyMap<string, ZipLine>;
  private readonly counties: ReadonlySet<string>;
  private byName: ReadonlyMap<string, readonly NamedPlace[]> | undefined;
  private near: NearNames | undefined;

  constructor(private readonly lines: readonly ZipLine[]) {
    this.zips = new Map(lines.map((line) => [line.zip, line]));
    this.counties = new Set(lines.flatMap(({ counties, state }) => counties.map((county) => `${county}, ${state}`)));
  }

  /** Made when somebody first asks by name: an import knows counties as the table writes them, and ZIP codes. */
  private get named(): ReadonlyMap<string, readonly NamedPlace[]> {
    return (this.byName ??= Map.groupBy(placesIn(this.lines), (place) => kindOf(foldPlace(nameOf(place))).name));
  }

  zip(zip: string): ZipLine | undefined {
    return this.zips.get(zip);
  }

  /** Whether some ZIP code lies in the county of just this name and state, such as "Fairfield, CT", as the table writes it. */
  isCounty(value: string): boolean {
    return this.counties.has(value);
  }

  /** How many ZIP codes there are; 0 before the ZIP table was loaded. */
  get size(): number {
    return this.zips.size;
  }

  /** Towns and counties of just this name, abbreviations and accents aside, in the state or anywhere. A town goes before a county of its name unless the text says county. */
  called(text: string, state: string | null = null): NamedPlace[] {
    const folded = foldPlace(text);
    const asked = kindOf(folded);
    const found = this.ofName(asked, state);
    const toTheWord = found.filter((place) => foldPlace(nameOf(place)) === folded); // "Orleans Parish" is no county of New York, "Washington" no "Township of Washington"
    if (toTheWord.length) return toTheWord;
    return found.length ? found : this.ofName({ ...asked, name: withoutTown(asked.name) }, state);
  }

  private ofName({ name, kind }: NamedKind, state: string | null): NamedPlace[] {
    const all = (this.named.get(name) ?? []).filter((place) => (kind === null || place.kind === kind) && (state === null || place.state === state));
    const towns = all.filter((place) => place.kind === 'town');
    return towns.length ? towns : all;
  }

  /** What a text may mean: a ZIP code, a town or a county, with its state or without, spelt right or nearly so. `home`: states that go first. */
  find(text: string, home: readonly string[] = []): PlacesFound {
    const digits = /(?<!\d)\d{4,5}(?!\d)/.exec(text)?.[0];
    if (digits) return this.byDigits(digits, home);
    const exact = this.exactly(text);
    if (exact.length) return this.choice(exact, home);
    const like = this.nearly(text, home);
    return like.length ? { certainty: 'like', places: like } : this.otherwise(text, home);
  }

  /** Where a word beside the name kept it from being found. It is asked about, however well the rest fits. */
  private otherwise(text: string, home: readonly string[]): PlacesFound {
    const found = otherwise(text).map((other) => this.find(other, home)).find(({ certainty }) => certainty !== 'none');
    return found ? { ...found, certainty: 'like' } : NONE;
  }

  /** The whole text first, then the text without the state behind it: "New York" is a town, "Norwalk CT" is one in Connecticut. */
  exactly(text: string): NamedPlace[] {
    const whole = this.called(text);
    if (whole.length) return whole;
    return withState(text).map(({ name, state }) => this.called(name, state)).find((found) => found.length) ?? [];
  }

  /** One alone, or the only one at home, is meant; else somebody has to choose. */
  private choice(found: readonly NamedPlace[], home: readonly string[]): PlacesFound {
    const here = found.filter(({ state }) => home.includes(state));
    const meant = found.length === 1 ? found : here;
    return meant.length === 1 ? { certainty: 'sure', places: meant } : { certainty: 'several', places: bySize(found, home).slice(0, MOST) };
  }

  private nearly(text: string, home: readonly string[]): NamedPlace[] {
    const parted = withState(text)[0];
    const asked: Wanted = { ...kindOf(foldPlace(parted?.name ?? text)), state: parted?.state ?? null };
    const inState = asked.state ? this.like(asked, home) : [];
    return inState.length ? inState : this.like({ ...asked, state: null }, home);
  }

  /** One slip away; two slips only where one leads nowhere, or nowhere at home. */
  private like({ name, kind, state }: Wanted, home: readonly string[]): NamedPlace[] {
    const found: NamedPlace[] = [];
    this.near ??= new NearNames([...this.named.keys()]); // only once somebody misspells: an importer of good data never asks
    for (const names of this.near.of(name)) {
      found.push(...bySize(names.flatMap((one) => this.ofName({ name: one, kind }, state)), home));
      if (found.some((place) => !home.length || home.includes(place.state) || place.state === state)) break;
    }
    return found.sort((a, b) => rankOf(a, home) - rankOf(b, home)).slice(0, MOST);
  }

  /** Five digits are a ZIP code. Four lost their leading zero, as in a spreadsheet. One that is not in the table may be another with one digit wrong. */
  private byDigits(digits: string, home: readonly string[]): PlacesFound {
    const known = this.zips.get(digits.padStart(5, '0'));
    if (known) return { certainty: digits.length === 5 ? 'sure' : 'like', places: [zipPlace(known)] };
    if (digits.length < 5) return NONE;
    const like = [...mistyped(digits)].flatMap((zip) => this.zips.get(zip) ?? []);
    const sorted = like.sort((a, b) => rankOf(a, home) - rankOf(b, home)); // swapped digits stay before wrong ones
    return like.length ? { certainty: 'like', places: sorted.slice(0, MOST).map(zipPlace) } : NONE;
  }
}

const zipPlace = (line: ZipLine): NamedPlace => ({ kind: 'zip', name: line.zip, state: line.state, zips: [line] });

/** Two neighbours changed places, or one digit is another. */
function mistyped(zip: string): Set<string> {
  const all = new Set<string>();
  for (let at = 0; at < zip.length; at++) {
    const [before, one, next, after] = [zip.slice(0, at), zip[at], zip[at + 1], zip.slice(at + 2)];
    if (next !== undefined) all.add(before + next + one + after);
  }
  for (let at = 0; at < zip.length; at++) for (let digit = 0; digit < 10; digit++) all.add(zip.slice(0, at) + digit + zip.slice(at + 1));
  return all;
}

const rankOf = ({ state }: { state: string }, home: readonly string[]): number => (home.includes(state) ? home.indexOf(state) : home.length);

/** At home first, then the larger; the same question gives the same order. */
function bySize(places: readonly NamedPlace[], home: readonly string[]): NamedPlace[] {
  return [...places].sort((a, b) => rankOf(a, home) - rankOf(b, home) || b.zips.length - a.zips.length || labelOf(a).localeCompare(labelOf(b)));
}

/** How a place is written everywhere: "Norwalk, CT", "Fairfield County, CT", "06854". Found again by just this. */
export function labelOf({ kind, name, state }: Pick<NamedPlace, 'kind' | 'name' | 'state'>): string {
  if (kind === 'zip') return name;
  return `${nameOf({ kind, name, state })}, ${state}`;
}

const nameOf = ({ kind, name, state }: Pick<NamedPlace, 'kind' | 'name' | 'state'>): string => (kind === 'county' ? countyLabel(name, state) : name);

/** The middle of a place: the medians of its ZIP codes' points, so that one stray point moves nothing. Null when none has one. */
export function middleOf({ zips }: Pick<NamedPlace, 'zips'>): { lat: number; lon: number } | null {
  const points = zips.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));
  const median = (of: 'lat' | 'lon'): number => points.map((point) => point[of]).sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 0;
  return points.length ? { lat: median('lat'), lon: median('lon') } : null;
}
