import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/index.js';
import { Settings } from '../settings/index.js';

/** Days in the desk's zone, in words. */
@Injectable()
export class AgencyWording {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now().getTime();
  }

  monthsOn(months: number): Date {
    const day = this.clock.now();
    day.setUTCMonth(day.getUTCMonth() + months);
    return day;
  }

  async answerBy(at: Date): Promise<string> {
    const { zone } = await this.settings.desk();
    const when = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', timeZone: zone ?? 'UTC', timeZoneName: 'short' }).format(at);
    return `Please answer by ${when}. After that we ask someone else.`;
  }
}
