import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Db, Jobs, SYSTEM, type Tx } from '../../platform/index.js';
import { Agencies } from '../agencies.service.js';
import { leavesAt, mailOf, nextRung, type Asking, type Rung } from '../domain/trust/ladder.js';
import { DUE, JOIN, RENEWED, STEP } from './verification.sql.js';

const CLOCK = 'directory.verification';
const BATCH = 500;

interface Due {
  serviceId: string;
  rung: Rung;
  organizationId: string | null;
  asking: Asking;
}

/** Moves listings up the ladder of checking by itself: once a day, in the morning of America. */
@Injectable()
export class VerificationClock implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: CLOCK, retries: 0, cron: '10 14 * * *', work: () => this.look() });
  }

  /** Idempotent within the days of a rung: a listing takes one step at a look. An agency is mailed once for all of its listings. */
  async look(): Promise<void> {
    const now = this.clock.now();
    await this.join(now);
    let steps: number;
    do steps = await this.db.as(SYSTEM, (tx) => this.step(tx, now));
    while (steps === BATCH);
  }

  /** Puts listings that came since on the first rung, and those that their source says were checked. Mails nobody. */
  async join(now = this.clock.now()): Promise<void> {
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(RENEWED, [now]);
      await tx.query(JOIN, [now]);
    });
  }

  private async step(tx: Tx, now: Date): Promise<number> {
    const due = await tx.query<Due>(DUE, [now, BATCH]);
    const to = Map.groupBy(due, ({ rung, asking }) => nextRung(rung, asking));
    for (const [rung, rows] of to) await tx.query(STEP, [rows.map(({ serviceId }) => serviceId), rung, leavesAt(rung, now), now]);
    for (const [id, mail] of mailsOf(to)) await this.agencies.remind(tx, id, mail);
    return due.length;
  }
}

/** Which agencies are mailed, in the order of their ids, and the how manieth mail it is; of several the first. */
function mailsOf(to: ReadonlyMap<Rung, readonly Due[]>): [string, number][] {
  const mails = new Map<string, number>();
  for (const [rung, rows] of to) {
    if (!mailOf(rung)) continue;
    for (const { organizationId: id } of rows) if (id) mails.set(id, Math.min(mails.get(id) ?? Infinity, mailOf(rung)));
  }
  return [...mails].sort(([a], [b]) => a.localeCompare(b));
}
