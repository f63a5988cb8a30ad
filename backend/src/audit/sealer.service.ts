import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Db, log, SYSTEM, type Tx } from '../platform/index.js';
import { Anchors } from './anchors.js';
import type { Anchor } from './domain/anchor.js';
import { GENESIS, link, type SealedEntry } from './domain/chain.js';
import { COLUMNS } from './verifier.service.js';

interface Head {
  seq: string;
  hash: Buffer;
}
interface Seal {
  seq: number;
  entry: string;
  prev: Buffer;
  hash: Buffer;
}

const BATCH = 1000;
const EVERY_MS = 1000;
const ANCHOR_MS = 60_000;

/** The rows are kept and wait; that they do must show. */
const unsealed = (error: unknown): void => log('audit.unsealed', { kind: error instanceof Error ? error.message.slice(0, 80) : typeof error });

/** Links finished entries into a chain, a second later at most. One at a time over all processes (advisory lock). */
@Injectable()
export class AuditSealer implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private head: Anchor | undefined;
  private anchored = { hash: '', at: 0 };

  constructor(
    private readonly db: Db,
    private readonly anchors: Anchors,
  ) {}

  /** Starts sealing every second and anchoring every minute. Called by the server. */
  start(): void {
    this.anchored.hash = this.anchors.read().anchors.at(-1)?.hash ?? '';
    this.timer = setInterval(() => {
      this.running = this.seal()
        .then(() => this.anchor(ANCHOR_MS))
        .catch(unsealed);
    }, EVERY_MS);
    this.timer.unref();
  }

  /** The last rows are sealed and anchored: what happens to the database while the desk is down shows. */
  async onModuleDestroy(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await this.seal().catch(unsealed);
    this.anchor(0);
  }

  /** Seals what is ready. Returns how many entries were linked. */
  async seal(): Promise<number> {
    const sealed = await this.db.as(SYSTEM, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('audit.seal')) as mine`);
      return lock?.mine ? this.extend(tx) : { count: 0, head: this.head };
    });
    this.head = sealed.head; // only now: what was rolled back must not be anchored
    return sealed.count;
  }

  private async extend(tx: Tx): Promise<{ count: number; head: Anchor | undefined }> {
    const [head] = await tx.query<Head>('select s.seq::text as seq, s.hash from audit.seal s order by s.seq desc limit 1');
    const entries = await tx.query<SealedEntry>(
      `select ${COLUMNS} from audit.entry e where not exists (select from audit.seal s where s.entry_id = e.id)
       and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid, e.id limit ${BATCH}`,
    );
    let prev = head?.hash ?? GENESIS;
    const first = Number(head?.seq ?? 0);
    const rows = entries.map((entry, index) => {
      const row = { seq: first + index + 1, entry: entry.id, prev, hash: link(prev, entry) };
      prev = row.hash;
      return row;
    });
    if (rows.length) await this.insert(tx, rows);
    const seq = first + rows.length;
    return { count: rows.length, head: seq ? { seq, hash: prev.toString('hex') } : undefined };
  }

  private async insert(tx: Tx, rows: readonly Seal[]): Promise<void> {
    await tx.query('insert into audit.seal (seq, entry_id, prev, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[])', [
      rows.map((row) => row.seq),
      rows.map((row) => row.entry),
      rows.map((row) => row.prev),
      rows.map((row) => row.hash),
    ]);
  }

  /** Head and count leave the database when they are new and the last time is `pause` milliseconds ago. */
  private anchor(pause: number): void {
    const now = performance.now();
    if (!this.head || this.head.hash === this.anchored.hash || (this.anchored.at && now - this.anchored.at < pause)) return;
    this.anchored = { hash: this.head.hash, at: now };
    this.anchors.keep(this.head);
  }
}
