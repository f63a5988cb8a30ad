import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Sleeping } from '../../intake/index.js';
import { Db, Dispatcher, Jobs, SYSTEM, type StoredEvent, type Tx } from '../../platform/index.js';
import { wakes, WAKING_EVENTS } from '../domain/waking.js';
import { DECIDED_DANGER, HOLD, READ_BEFORE } from './snooze.sql.js';

const CLOCK = 'follow-up.wake';

/** Wakes what was put to sleep: by the clock, and by what happens. Each may run again and changes nothing then. */
@Injectable()
export class Waking implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly dispatcher: Dispatcher,
    private readonly sleeping: Sleeping,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: CLOCK, retries: 0, cron: '* * * * *', work: async () => void (await this.look()) });
    for (const type of WAKING_EVENTS) this.dispatcher.on(type, (tx, event) => this.happened(tx, event));
    this.dispatcher.on('inquiry.urgency-decided', (tx, event) => this.decided(tx, event));
    for (const type of ['inquiry.erased', 'inquiry.erase-held']) this.dispatcher.on(type, (tx, { subject }) => this.forget(tx, subject));
  }

  /** Wakes whose time has come; how many. What a stopped desk missed wakes when it is there again. */
  async look(): Promise<number> {
    const woken = await this.db.as(SYSTEM, async (tx) => {
      const due = await this.sleeping.due(tx);
      for (const id of due) await this.sleeping.rouse(tx, id, 'time');
      return due.length;
    });
    if (woken) this.journal.nudge();
    return woken;
  }

  private async happened(tx: Tx, event: StoredEvent): Promise<void> {
    const why = wakes(event.type, event.body);
    if (!why) return;
    const [held] = await tx.query<{ asleep: boolean }>(HOLD, [event.subject]);
    if (!held?.asleep || (why !== 'unsafe' && (await tx.query(READ_BEFORE, [event.subject, event.id])).length)) return;
    await this.sleeping.rouse(tx, event.subject, why);
  }

  /** Their words were decided to mean danger: the decision itself is in no event. */
  private async decided(tx: Tx, { subject }: StoredEvent): Promise<void> {
    if ((await tx.query(DECIDED_DANGER, [subject])).length) await this.sleeping.rouse(tx, subject, 'unsafe');
  }

  private async forget(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query('delete from follow_up.snooze where inquiry_id = $1', [inquiryId]);
  }
}
