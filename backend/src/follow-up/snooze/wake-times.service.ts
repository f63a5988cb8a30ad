import { Injectable } from '@nestjs/common';
import { Places, zoneOf } from '../../directory/index.js';
import type { OpenInquiry } from '../../intake/index.js';
import { Clock, invalid } from '../../platform/index.js';
import { isOpenDay } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import { readWakeTime, type Fault, type WakeTime } from '../domain/wake-time.js';

const WHAT_TO_DO: Readonly<Record<Fault, string>> = {
  unreadable: 'Write a day and a time, such as "tomorrow 9", "in 3 business days", "next Monday" or "Dec 3 at 2 pm"',
  'no-time': 'Add a time, such as "today 4 pm"',
  past: 'That is over. Write a time that is still to come',
  far: 'Write a time within a year',
};

/** Words for a time, read where the request is and by the days of the desk. */
@Injectable()
export class WakeTimes {
  constructor(
    private readonly places: Places,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** The zone of the ZIP that the person wrote, else the desk's. */
  async zone({ zip }: Pick<OpenInquiry, 'zip'>): Promise<{ zone: string; deskZone: string | null }> {
    const { zone: deskZone } = await this.settings.desk();
    const line = zip ? (await this.places.labelled(zip))?.zips[0] : undefined;
    const there = line && zoneOf({ county: line.counties[0] ? `${line.counties[0]}, ${line.state}` : null, state: line.state }, deskZone);
    return { zone: there ?? deskZone ?? 'UTC', deskZone };
  }

  /** Throws 422 that says what to write. */
  async read(words: string, zone: string): Promise<WakeTime> {
    const desk = await this.settings.desk();
    const found = readWakeTime(words, { now: this.clock.now(), zone, isOpen: (day) => isOpenDay(day, desk) });
    if ('fault' in found) throw invalid([{ field: 'words', code: found.fault, detail: WHAT_TO_DO[found.fault] }]);
    return found;
  }
}
