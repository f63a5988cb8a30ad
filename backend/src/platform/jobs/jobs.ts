import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
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
}

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
    this.boss = new PgBoss({ createSchema: false, db: { executeSql: async (sql: string, values?: unknown[]) => ({ rows: await this.db.unprepared(sql, values) }) } });
    this.boss.on('error', (error: Error) => log('job.failed', { job: 'pg-boss', kind: error.name }));
    await this.boss.start();
    for (const kind of this.kinds) await this.open(this.boss, kind);
  }

  private async open(boss: PgBoss, { name, retries, work, cron }: JobKind<object>): Promise<void> {
    await boss.createQueue(name, { retryLimit: retries, retryDelay: 5, retryBackoff: true, retryDelayMax: 6 * 3600 });
    await boss.work<object>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs) {
        try {
          await work(job.data);
        } catch (error) {
          log('job.failed', { job: name, kind: error instanceof Error ? error.name : typeof error });
          throw error;
        }
      }
    });
    if (cron) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  }

  /** Creates a job in the caller's transaction: a roll-back takes it along. `key` makes it at most one. */
  async send(tx: Tx, name: string, data: object, key: string): Promise<void> {
    await this.boss?.send(name, data, { singletonKey: key, db: { executeSql: async (sql: string, values?: unknown[]) => ({ rows: await tx.query(sql, values) }) } });
  }

  get started(): boolean {
    return this.boss !== undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }
}
