import type { MatchView, PlaceView, ServiceView } from '../api/match-types';
import { milesText, WAYS } from './match-words';

/** One service of a comparison. `service` has the rest of its listing: undefined while it is read, null when it cannot be. */
export interface Compared { hit: MatchView; service: ServiceView | null | undefined }

/** One line of a comparison: a value for each service, in their order. */
export interface CompareRow { name: string; values: string[]; differs: boolean }

const NOT_STATED = 'not stated';
const FITS: Readonly<Record<MatchView['fit'], string>> = { strong: 'Strong', possible: 'Possible', weak: 'Weak' };

const milesOf = ({ distanceMiles: miles }: MatchView): string => (miles === null ? '' : `${milesText(miles)} miles away`);
const ofVerdict = ({ reasons }: MatchView, wanted: MatchView['reasons'][number]['verdict']): string => reasons.filter(({ verdict }) => verdict === wanted).map(({ text, ask }) => ask ?? text).join('\n');

/** A hidden place keeps its street to itself. */
const whereOf = ({ street, city, zip, county, confidentiality }: PlaceView): string => (confidentiality === 'hidden' ? 'The address is kept secret. Call first.' : [street, city, zip].filter(Boolean).join(', ') || (county ?? ''));
const linesOf = (all: readonly string[]): string => all.filter(Boolean).join('\n') || NOT_STATED;

type Read = (service: ServiceView) => string;
const read = (of: Read) => ({ service }: Compared): string => (service === undefined ? '…' : service ? of(service) : 'could not be read');

const getThere = (one: Compared): string => {
  const far = milesOf(one.hit);
  if (one.hit.format.length && !one.hit.format.includes('in_person')) return 'No need to travel';
  const places = read(({ places: all }) => all.map(whereOf).filter(Boolean).join('\n') || (far ? '' : NOT_STATED))(one);
  return [far, places].filter(Boolean).join('\n');
};

/** What people choose by, in this order. */
const ROWS: readonly (readonly [name: string, of: (one: Compared) => string])[] = [
  ['Fit', ({ hit }) => FITS[hit.fit]],
  ['Room', ({ hit }) => hit.room],
  ['Cost', ({ hit }) => hit.cost],
  ['Open now', ({ hit }) => hit.openNow ?? NOT_STATED],
  ['Hours', read(({ hours }) => linesOf(hours))],
  ['How to get there', getThere],
  ['How people meet', ({ hit }) => hit.format.map((way) => WAYS[way]?.toLowerCase() ?? way).join(', ') || NOT_STATED],
  ['Languages', read(({ languages }) => languages.map(({ name, code }) => name ?? code).join(', ') || NOT_STATED)],
  ['Kind of help', ({ hit }) => hit.kind],
  ['Peer-run', ({ hit }) => (hit.peer ? 'Yes' : 'No')],
  ['Meets', ({ hit }) => ofVerdict(hit, 'meets') || 'nothing that was asked'],
  ['To ask', ({ hit }) => ofVerdict(hit, 'unknown') || 'nothing'],
  ['Does not meet', ({ hit }) => ofVerdict(hit, 'fails') || 'nothing'],
  ['Checked', ({ hit }) => hit.freshness],
  ['Phone', read(({ phones }) => linesOf(phones.map(({ number }) => number)))],
];

/** All lines; those in which the services differ come first, each part in the order above. */
export function compareRows(all: readonly Compared[]): CompareRow[] {
  const rows = ROWS.map(([name, of]): CompareRow => {
    const values = all.map(of);
    return { name, values, differs: new Set(values).size > 1 };
  });
  return [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
}
