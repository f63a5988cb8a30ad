import { Temporal } from 'temporal-polyfill';
import { DAY } from './days.js';
import type { Holiday } from './holidays.js';
import { standingAt, type Standing } from './open-at.js';
import type { ScheduleRule } from './rule.js';
import { zoneOf, type Whereabouts } from './zone-of.js';

/** A local time as it is said from now: parts alone, so that words need no arithmetic. */
export interface Moment {
  /** `17:00`; `24:00` is the midnight at the end of `date`. */
  time: string;
  /** Local date, YYYY-MM-DD. */
  date: string;
  when: 'today' | 'tomorrow' | 'this-week' | 'later';
  /** Such as `MST`, where it is another time than the desk's; otherwise null. */
  zone: string | null;
}

/** Whether something is open, for a sentence that is true now and not for long. */
export type Opening =
  | { state: 'open'; until: Moment | null }
  | { state: 'closed'; next: Moment | null; holiday: Holiday | null }
  | { state: 'unknown'; holiday: Holiday | null };

export const UNKNOWN: Opening = { state: 'unknown', holiday: null };

/** A row with what it hangs on. */
export interface OwnedRule extends ScheduleRule {
  owner: 'service_at_location' | 'service' | 'location';
  /** Location; null for the service's own. */
  placeId: string | null;
}

export interface Site extends Whereabouts {
  id: string;
}

/** One service's rows and places, and the instant and zone of who asks. */
export interface Asked {
  rows: readonly OwnedRule[];
  places: readonly Site[];
  at: Date;
  home: string | null;
}

/** What is open now. Several places speak with one voice or not at all: a sentence names no place. */
export function openingOf({ rows, places, at, home }: Asked): Opening {
  const sites: readonly (Site | null)[] = places.length ? places : [null];
  const asked = sites.map((site) => ({ zone: site ? zoneOf(site, home) : home, state: site?.state ?? null, rules: nearest(rows, site) })).filter(({ rules }) => rules.length);
  const said = new Map(asked.map((one) => [JSON.stringify(one), one]));
  const answers = [...said.values()].map(({ zone, state, rules }) => (zone ? openingIn(rules, { zone, state, home: home ?? zone, at: at.getTime() }) : UNKNOWN));
  const [first = UNKNOWN, ...others] = answers;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : UNKNOWN;
}

/** HSDS: a schedule belongs to a service, a location or a service at a location. The nearest to the service at its place counts alone. */
function nearest(rows: readonly OwnedRule[], site: Site | null): ScheduleRule[] {
  const of = (owner: OwnedRule['owner']): OwnedRule[] => rows.filter((row) => row.owner === owner && (owner === 'service' || row.placeId === site?.id));
  const [own] = (['service_at_location', 'service', 'location'] as const).map(of).filter(({ length }) => length);
  return (own ?? []).map(({ owner: _, placeId: __, ...rule }) => rule);
}

interface Standpoint {
  zone: string;
  /** Two letters. */
  state: string | null;
  home: string;
  at: number;
}

function openingIn(rules: readonly ScheduleRule[], from: Standpoint): Opening {
  const standing: Standing = standingAt(rules, from.zone, from.at, from.state);
  if (standing.state === 'open') return { state: 'open', until: standing.until === null ? null : endIn(standing.until, from) };
  if (standing.state === 'closed') return { ...standing, next: standing.next === null ? null : momentIn(standing.next, from) };
  return standing;
}

const local = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

function momentIn(at: number, { zone, home, at: now }: Standpoint): Moment {
  const moment = local(at, zone);
  const days = local(now, zone).toPlainDate().until(moment.toPlainDate()).days;
  return {
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
    date: moment.toPlainDate().toString(),
    when: (['today', 'tomorrow'] as const)[days] ?? (days < 7 ? 'this-week' : 'later'),
    zone: zone === home || moment.offset === local(at, home).offset ? null : zoneName(at, zone),
  };
}

/** An end within a day needs no day, and midnight belongs to the day that it ends. */
function endIn(at: number, from: Standpoint): Moment {
  const end = momentIn(at, from);
  const moment = end.time === '00:00' ? { ...momentIn(at - 1, from), time: '24:00' } : end;
  return at - from.at < DAY ? { ...moment, when: 'today' } : moment;
}

const zoneName = (at: number, timeZone: string): string | null =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? null;
