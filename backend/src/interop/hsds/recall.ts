import { hash } from 'node:crypto';
import type { DirectoryBatch, FingerprintOf } from '../../directory/index.js';
import { keysOf, type IdSet } from './domain/id-set.js';
import type { Finding, Origin, Report } from './domain/report.js';
import type { Run } from './flatten.js';
import { COLUMNS, ORIGIN, type Raw, type Reading } from './reading.js';

/** A finding as it is kept: `row` is null where it stood with the service itself, which may stand elsewhere the next time. */
type Kept = Omit<Finding, 'row' | 'file'> & Partial<Origin>;

interface Around {
  /** Names the program, the vocabulary and the places by which the source is read. */
  readBy: string;
  report: Report;
  /** Ids of all rows of the run. */
  ids: IdSet;
  /** Shared rows that were told in the run. */
  seen: IdSet;
  hidden: ReadonlySet<string>;
}

/**
 * Knows whether a source says of a service what it said the last time. What comes of a service hangs on its own words, on which
 * of its places are hidden, and on what was told before it in the run: when all three are as they were, so is what comes of it.
 */
export class Recall {
  constructor(private readonly around: Around) {}

  /** Whether the service is as it was and where it was: then its findings are told again, and the run knows its rows. */
  same(one: Reading, known: FingerprintOf | undefined): boolean {
    if (!known || !this.says(one.raw, known) || !this.stands(known)) return false;
    const { ids, seen, report } = this.around;
    ids.addAll(known.rows);
    seen.addAll(known.toldHere);
    for (const finding of (known.findings ?? []) as Kept[]) report.again({ ...one.origin, ...finding });
    return true;
  }

  /** The same words, and what was wrong with them in the same rows. */
  private says(raw: Raw, { value, origins }: FingerprintOf): boolean {
    return value.equals(this.valueOf(raw)) && (!origins || origins.equals(originsOf(raw)));
  }

  /** Its rows are still its own, and what it shares was told, or not, as the last time. */
  private stands({ rows, toldBefore, toldHere, toldNowhere }: FingerprintOf): boolean {
    const { ids, seen } = this.around;
    return ids.hasNone(rows) && seen.hasAll(toldBefore) && seen.hasNone(toldHere) && seen.hasNone(toldNowhere);
  }

  /** The run as one service sees it; `print` then tells what is to be kept of it. */
  watch(one: Reading, run: Run): { run: Run; print(serviceId: string, own: DirectoryBatch): FingerprintOf } {
    const { report, seen } = this.around;
    const met = new Map<string, boolean>();
    const brought = new Set<string>();
    const from = report.mark();
    const has = (id: string): boolean => {
      const told = seen.has(id);
      if (!met.has(id)) met.set(id, told);
      return told;
    };
    const add = (id: string): void => {
      brought.add(id);
      seen.add(id);
    };
    const print = (serviceId: string, own: DirectoryBatch): FingerprintOf => {
      const found = report.since(from);
      return {
        serviceId,
        value: this.valueOf(one.raw),
        origins: found.length ? originsOf(one.raw) : null,
        findings: found.length ? found.map((finding) => kept(finding, one.origin)) : null,
        rows: keysOf(new Set(Object.values(own).flatMap((rows: readonly { id: string }[]) => rows.map(({ id }) => id)))),
        ...told(met, brought),
      };
    };
    return { run: { ...run, seen: { has, add } }, print };
  }

  private valueOf(raw: Raw): Buffer {
    const hidden = placesOf(raw).map((id) => this.around.hidden.has(id));
    return hash('sha256', JSON.stringify([this.around.readBy, hidden, raw]), 'buffer');
  }
}

function told(met: ReadonlyMap<string, boolean>, brought: ReadonlySet<string>): Pick<FingerprintOf, 'toldBefore' | 'toldHere' | 'toldNowhere'> {
  const before = [...met].filter(([, seen]) => seen).map(([id]) => id);
  const nowhere = [...met].filter(([id, seen]) => !seen && !brought.has(id)).map(([id]) => id);
  return { toldBefore: keysOf(before), toldHere: keysOf(brought), toldNowhere: keysOf(nowhere) };
}

function kept({ file, row, ...finding }: Finding, own: Origin): Kept {
  return file === own.file && row === own.row ? finding : { ...finding, file, row };
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;
const objectsIn = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);
const idOf = ({ id }: Raw): string => (typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '');

/** Source ids of the places that a service names. */
function placesOf(raw: Raw): string[] {
  const placed = objectsIn(raw['service_at_locations']).flatMap(({ location }) => (isRaw(location) ? [location] : []));
  const organization = raw['organization'];
  return [...placed, ...(isRaw(organization) ? objectsIn(organization['locations']) : [])].map(idOf);
}

/** Where the parts of a service stood and what their columns were called, but not where the service itself stood. */
function originsOf(raw: Raw): Buffer {
  const places: unknown[] = [raw[COLUMNS]];
  const walk = (value: unknown): void => {
    if (!isRaw(value)) return;
    if (value !== raw && value[ORIGIN]) places.push(value[ORIGIN]);
    Object.values(value).forEach(walk);
  };
  walk(raw);
  return hash('sha256', JSON.stringify(places), 'buffer');
}
