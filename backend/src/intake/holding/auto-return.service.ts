import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Db, Jobs, SYSTEM, type Actor } from '../../platform/index.js';
import { afterStaffed, isSet, Settings, staffedBetween, type SettingsView } from '../../settings/index.js';
import { dueOf } from '../domain/returning.js';
import type { ReturningView } from './holding.dto.js';
import { Holding } from './holding.service.js';
import { UNTOUCHED_ONES, WARNED } from './holding.sql.js';

const WORK = 'intake.return-untouched';

interface Held {
  id: string;
  reference: string;
  priority: number;
  since: Date;
  warnedAt: Date | null;
}

/** Claimed requests in which nothing is done go back to the queue, after a warning. Before hours are set every minute counts. */
@Injectable()
export class AutoReturn implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly holding: Holding,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: WORK, retries: 0, cron: '* * * * *', work: async () => void (await this.look()) });
  }

  /** How many were warned of and given back. What was done once is not done twice: the rows say where each stands. */
  async look(): Promise<{ warned: number; returned: number }> {
    const desk = await this.settings.desk();
    const now = this.clock.now();
    const done = await this.db.as(SYSTEM, async (tx) => {
      const counts = { warned: 0, returned: 0 };
      for (const held of await tx.query<Held>(UNTOUCHED_ONES)) {
        const due = this.due(desk, held, now);
        if (due === 'warn') counts.warned += await this.holding.warn(tx, held.id, now);
        if (due === 'return') counts.returned += await this.holding.giveBack(tx, held.id);
      }
      return counts;
    });
    if (done.warned + done.returned) this.holding.nudge();
    return done;
  }

  private due(desk: SettingsView, { priority, since, warnedAt }: Held, now: Date): ReturnType<typeof dueOf> {
    const passed = (from: Date): number => (isSet(desk) ? staffedBetween(desk, from, now) : now.getTime() - from.getTime()) / 60_000;
    return dueOf({ untouched: passed(since), warned: warnedAt ? passed(warnedAt) : undefined, minutes: minutesOf(desk, priority) });
  }

  /** The actor's requests that go back soon. */
  async returning(actor: Actor): Promise<ReturningView[]> {
    const desk = await this.settings.desk();
    const rows = await this.db.statement<Held & { topics: string[] }>(actor, WARNED, [actor.id]);
    return rows.map(({ id, reference, topics, priority, since }) => ({ id, reference, topics, at: endOf(desk, since, minutesOf(desk, priority)).toISOString() }));
  }

  keep(actor: Actor, id: string): Promise<void> {
    return this.holding.keep(actor, id, this.clock.now());
  }
}

const minutesOf = ({ returnMinutes }: SettingsView, priority: number): number => returnMinutes?.[priority] ?? 60;
const endOf = (desk: SettingsView, since: Date, minutes: number): Date => afterStaffed(desk, since, minutes) ?? new Date(since.getTime() + minutes * 60_000);
