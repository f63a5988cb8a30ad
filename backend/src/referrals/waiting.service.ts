import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, Db, Jobs, SYSTEM } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { businessDaysAfter, GRACE_DAYS } from './domain/answer-by.js';
import { HELD, type Held } from './held.js';
import { Withdrawals } from './withdrawals.service.js';

const CLOCK = 'referrals.clock';
const LATE = `select ${HELD}, r.answer_by as "answerBy" from referrals.referral r where r.state in ('sent', 'needs-info') and r.answer_by <= $1 for update skip locked`;
const OVERDUE = `
update referrals.referral r set overdue_at = $1, version = version + 1 where r.state in ('sent', 'needs-info') and r.overdue_at is null and r.answer_by <= $1
returning r.id, r.inquiry_id as "inquiryId", r.need_id as "needId"`;

/** The agency's clock: told when it ran out, ended two business days later. Every ten minutes. */
@Injectable()
export class Waiting implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly withdrawals: Withdrawals,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: CLOCK, retries: 0, cron: '*/10 * * * *', work: () => this.look() });
  }

  /** Idempotent: each referral is told of once and ended once. */
  async look(): Promise<void> {
    const now = this.clock.now();
    const desk = await this.settings.desk();
    await this.db.as(SYSTEM, async (tx) => {
      for (const { id, inquiryId, needId } of await tx.query<Held>(OVERDUE, [now])) {
        await this.journal.record(tx, SYSTEM, { type: 'referral.overdue', subject: inquiryId, body: { referralId: id, needId } }, { act: 'referral.move', object: 'referral', objectId: id, fields: ['overdue'] });
      }
      const late = await tx.query<Held & { answerBy: Date }>(LATE, [now]);
      for (const held of late) if (businessDaysAfter(held.answerBy, GRACE_DAYS, desk) <= now) await this.withdrawals.expire(tx, held);
    });
    this.journal.nudge();
  }
}
