import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Db, Jobs, Sealer, SYSTEM, type Actor, type Place } from '../../platform/index.js';
import type { SaveTakingDown, TakingDownView } from './taking-down.dto.js';
import { DROP, END_OLD, KEEP, KEPT } from './taking-down.sql.js';

const WORK = 'intake.taking-down-old';
const NONE: TakingDownView = { key: null, answers: null, savedAt: null };

/** What is being written down: one draft for each account, sealed under a key of its own, gone when it is sent, thrown away or left for days. */
@Injectable()
export class TakingDownDrafts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: WORK, retries: 0, cron: '50 3 * * *', work: async () => void (await this.endOld()) });
  }

  /** A saving that arrives after the sending keeps nothing. */
  async save(actor: Actor, { key, answers }: SaveTakingDown): Promise<TakingDownView> {
    const id = actor.id ?? '';
    if (!answers) {
      await this.db.statement(actor, DROP, [id]);
      return NONE;
    }
    const { wrapped, secret } = this.sealer.newKey(id);
    const body = this.sealer.seal(secret, { key, answers }, place(id));
    const [saved] = await this.db.statement<{ at: Date }>(actor, KEEP, [id, wrapped, body, this.sealer.keyed('idempotency', key)]);
    return saved ? { key, answers, savedAt: saved.at.toISOString() } : NONE;
  }

  async read(actor: Actor): Promise<TakingDownView> {
    const id = actor.id ?? '';
    const [row] = await this.db.statement<{ dataKey: Buffer; body: Buffer; at: Date }>(actor, KEPT, [id]);
    if (!row) return NONE;
    const { key, answers } = this.sealer.open<{ key: string; answers: Record<string, unknown> }>(this.sealer.openKey(row.dataKey, id), row.body, place(id));
    return { key, answers, savedAt: row.at.toISOString() };
  }

  /** Throws away what nobody went on with; how many. */
  async endOld(): Promise<number> {
    return (await this.db.statement(SYSTEM, END_OLD, [this.clock.now()])).length;
  }
}

const place = (row: string): Place => ({ table: 'intake.taking_down', column: 'body', row });
