import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { businessDaysAfter } from './domain/answer-by.js';

/** When clocks end, in the desk's business days. */
@Injectable()
export class Timing {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async answerBy(days = 2): Promise<Date> {
    return businessDaysAfter(this.clock.now(), days, await this.settings.desk());
  }
}
