import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import { Db, type Tx } from '../database/db.js';
import { log } from '../log.js';

/** One kind of work that is tried again until it succeeds, or ends among the dead after its tries. */
export interface JobKind<Data extends object> {
  name: string;
  /** Tries after the first; pauses double from 5 s, with jitter. */
  retries: number;
  work: (data: Data) => Promise<void>;
  /** Cron expression for work that comes back, in UTC. */
  cron?: string;
  /** How many are worked off side by side; each succeeds or fails for itself. Without a pause while there are more. */
  together?: number;
}

/** Which of the waiting jobs comes first, whenever it came. */
export const FIRST = 10;

/** pg-boss on the desk's own pool. The dispatcher creates jobs inside its transaction; pg-boss owns retries and cron. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly kinds: JobKind<object>[] = [];
  private boss: PgBoss | undefined;

  constructor(private readonly db: Db) {}

  register<Data extends object>(kind: JobKind<Data>): void {
    this.kinds.push(kind as unknown as JobKind<object>);
  }

  /** Starts working off all registered kinds. Called by the server, not by the operator's commands. */
  async start(): Promise<void> {
    const { PgBoss } = await import('pg-boss'); // only now: the operator's commands never start it
    this.boss = new PgBoss({ createSchema: false, db: { executeSql: async (sql: string, values?: unknown[]) => ({ rows: await this.db.unprepared(sql, values) }) } });
    this.boss.on('error', (error: Error) => log('job.failed', { job: 'pg-boss', kind: error.name }));
    await this.boss.start();
    for (const kind of this.kinds) await this.open(this.boss, kind);
  }

  private async open(boss: PgBoss, { name, retries, work, cron, together = 1 }: JobKind<object>): Promise<void> {
    await boss.createQueue(name, { retryLimit: retries, retryDelay: 5, retryBackoff: true, retryDelayMax: 6 * 3600 });
    const attempt = async ({ id, data }: Job<object>): Promise<JobResult> => {
      try {
        await work(data);
        return { id, status: 'completed' };
      } catch (error) {
        const kind = error instanceof Error ? error.name : typeof error;
        log('job.failed', { job: name, kind });
        return { id, status: 'failed', output: { kind } };
      }
    };
    const options = { pollingIntervalSeconds: 0.5, batchSize: together, burstWhenBatchFull: true, perJobResults: true } as const;
    await boss.work<object>(name, options, (jobs) => Promise.all(jobs.map(attempt)));
    if (cron) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  }

  /** Creates a job in the caller's transaction: a roll-back takes it along. `key` makes it at most one; of those that wait the highest `priority` goes first. */
  async send(tx: Tx, name: string, data: object, { key, priority = 0 }: { key: string; priority?: number }): Promise<void> {
    await this.boss?.send(name, data, { singletonKey: key, priority, db: { executeSql: async (sql: string, values?: unknown[]) => ({ rows: await tx.query(sql, values) }) } });
  }

  get started(): boolean {
    return this.boss !== undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }
}
