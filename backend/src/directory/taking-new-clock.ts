import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, SYSTEM } from '../platform/index.js';
import { ENDED } from './listing-keeper.sql.js';

const CLOCK = 'directory.taking-new';

/** What an agency said of its room is forgotten when its time is over: every ten minutes. */
@Injectable()
export class TakingNewClock implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: CLOCK, retries: 0, cron: '*/10 * * * *', work: () => this.look() });
  }

  /** Idempotent: each ended statement is shown as ended once. */
  async look(): Promise<void> {
    await this.db.statement(SYSTEM, ENDED);
  }
}
