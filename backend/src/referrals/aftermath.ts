import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, type Actor, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { followUpDay } from './domain/promise.js';
import type { Prepared } from './previews.service.js';

/** What was made. */
interface Made extends Pick<Prepared, 'inquiry' | 'asked'> {
  id: string;
  way: string;
}

/** What making a referral leaves behind: its event with the day to ask again, its audit row. */
@Injectable()
export class Aftermath {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async made(tx: Tx, actor: Actor, { id, inquiry, asked, way }: Made): Promise<void> {
    const { safety, followUpOk } = inquiry;
    const followUpOn = followUpOk ? followUpDay({ safety, topics: [asked.topic] }, this.clock.now(), await this.settings.desk()) : null;
    const event = { type: 'referral.made', subject: inquiry.id, body: { referralId: id, needId: asked.needId, agencyId: way === 'self' ? null : asked.agencyId, way, followUpOn } };
    await this.journal.record(tx, actor, event, { act: 'referral.make', object: 'referral', objectId: id, fields: [way] });
  }

  nudge(): void {
    this.journal.nudge();
  }
}
