import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, conflict, Db, invalid, notFound, sha256, type Actor, type Tx } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { OPENINGS } from '../directory.sql.js';
import { hoursLine } from '../domain/hours-text.js';
import { openingText } from '../domain/opening-text.js';
import { sessionText } from '../domain/session-text.js';
import { comingSessions } from '../domain/time/open-at.js';
import { openingOf, type OwnedRule, type Site } from '../domain/time/opening.js';
import { faultsOf } from '../domain/time/own-faults.js';
import { filledIn, rulesOf } from '../domain/time/own-rules.js';
import { NO_RULE, type ScheduleRule } from '../domain/time/rule.js';
import { HOLIDAY_NAMES } from '../domain/time/holiday-line.js';
import { holidaysOfState } from '../domain/time/state-holidays.js';
import { zoneOf } from '../domain/time/zone-of.js';
import { ListingKeeper } from '../listing-keeper.js';
import type { EditHours, HoursPreview, HoursView, WrittenHours } from './hours.dto.js';

interface Timed {
  rows: OwnedRule[];
  places: Site[];
}

const SESSIONS = 3;
const bare = ({ owner: _, placeId: __, ...rule }: OwnedRule): ScheduleRule => rule;
/** Names rows by what they say, in whatever order a store gave their members. */
const markOf = (rows: readonly ScheduleRule[]): string => sha256(JSON.stringify(rows.map((row) => MEMBERS.map((member) => row[member])))).toString('hex');
const MEMBERS = Object.keys(NO_RULE) as (keyof ScheduleRule)[];

/** A steward changes when a service is open: regular hours, days that are not as usual, public holidays. */
@Injectable()
export class HoursEditing {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Throws 404. */
  read(actor: Actor, serviceId: string): Promise<HoursView> {
    return this.db.as(actor, async (tx) => {
      const { rows, places } = await this.timed(tx, serviceId);
      const { kept, ...filled } = filledIn(rows.map(bare));
      return { ...filled, kept: kept.map((row) => hoursLine(row) ?? '').filter(Boolean), mark: markOf(rows), zone: await this.zone(places), stateHolidays: holidaysOfState(stateOf(places)).map((code) => ({ code, name: HOLIDAY_NAMES[code] })) } as HoursView;
    });
  }

  /** What people would read now; nothing is written. Throws 404, 422. */
  preview(actor: Actor, serviceId: string, written: WrittenHours): Promise<HoursPreview> {
    return this.db.as(actor, async (tx) => {
      const { rows, places } = await this.timed(tx, serviceId);
      const rules = readRules(written, rows);
      const [zone, home] = [await this.zone(places), (await this.settings.desk()).zone];
      const at = this.clock.now();
      const own = rules.map((rule): OwnedRule => ({ ...rule, owner: 'service', placeId: null }));
      const next = zone ? comingSessions(rules, { zone, state: stateOf(places), at: at.getTime(), many: SESSIONS }).map((session) => sessionText(session, zone)) : [];
      return { lines: rules.map((rule) => hoursLine(rule) ?? '').filter(Boolean), openNow: openingText(openingOf({ rows: own, places, at, home })), next, zone };
    });
  }

  /** Throws 404, 409 when the hours are others than were seen, 422 by the name of each field. */
  async change(actor: Actor, serviceId: string, { mark, ...written }: EditHours): Promise<HoursView> {
    await this.db.as(actor, async (tx) => {
      await this.keeper.lock(tx, serviceId);
      const { rows } = await this.timed(tx, serviceId);
      if (markOf(rows) !== mark) throw conflict('listing.moved', 'The hours changed while you looked. Read them again and change them then.');
      const schedule = readRules(written, rows);
      if (markOf(schedule) === mark) throw invalid([{ field: 'rules', code: 'edit.same', detail: 'It says this already' }]);
      await this.keeper.publish(tx, actor, { serviceId, proposalId: null, changes: {}, schedule });
      await this.journal.record(tx, actor, { type: 'listing.edited', subject: serviceId, body: { field: 'hours', serviceId } }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields: ['hours'], reason: 'edited' });
    });
    this.journal.nudge();
    return this.read(actor, serviceId);
  }

  private async timed(tx: Tx, serviceId: string): Promise<Timed> {
    const [row] = await tx.query<{ hours: OwnedRule[]; places: Site[] }>(OPENINGS, [[serviceId]]);
    if (!row) throw notFound('service');
    return { rows: row.hours, places: row.places };
  }

  /** Of its first place, else the desk's. */
  private async zone([place]: readonly Site[]): Promise<string | null> {
    const { zone } = await this.settings.desk();
    return place ? zoneOf(place, zone) : zone;
  }
}

/** Of its first place. */
const stateOf = ([place]: readonly Site[]): string | null => place?.state ?? null;

/** The rows that were filled in, and after them those that stay as they are. */
function readRules({ kept, ...written }: WrittenHours, before: readonly OwnedRule[]): ScheduleRule[] {
  const faults = faultsOf(written);
  if (faults.length) throw invalid(faults.map(({ field, detail }) => ({ field, code: 'hours.odd', detail })));
  const stay = filledIn(before.map(bare)).kept.filter((row) => kept.includes(hoursLine(row) ?? ''));
  return [...rulesOf(written), ...stay];
}
