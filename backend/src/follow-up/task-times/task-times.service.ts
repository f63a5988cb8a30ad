import { Injectable } from '@nestjs/common';
import { Clock, invalid } from '../../platform/index.js';
import { isOpenDay } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import { readTaskDay } from '../domain/task-day.js';
import type { ReadTaskTime, TaskTimeView } from './task-times.dto.js';

/** Words for the day of a task, read by the days and in the zone of the desk. */
@Injectable()
export class TaskTimes {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Throws 422 that says what to write. */
  async read({ words }: ReadTaskTime): Promise<TaskTimeView> {
    const desk = await this.settings.desk();
    const zone = desk.zone ?? 'UTC';
    const found = readTaskDay(words, { now: this.clock.now(), zone, isOpen: (day) => isOpenDay(day, desk) });
    if ('fault' in found) throw invalid([{ field: 'words', code: found.fault, detail: 'Write a day, such as “today”, “tomorrow 9”, “in 3 business days” or “Dec 3 at 2 pm”' }]);
    return { ...found, zone };
  }
}
