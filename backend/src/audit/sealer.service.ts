import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Db, log, SYSTEM, type Tx } from '../platform/index.js';
import { GENESIS, link, type SealedEntry } from './domain/chain.js';

interface Head {
  seq: string;
  hash: Buffer;
}
export interface Verdict {
  /** Seals whose hash was computed again and fits. */
  checked: number;
  /** Sequence number of the first seal that does not fit; undefined when the chain is whole. */
  brokenAt?: number;
  /** Why: a changed entry, a missing one, or a chain shorter than an anchor says. */
  because?: 'changed' | 'missing' | 'truncated';
  head: { seq: number; hash: string };
}

const COLUMNS = `e.id::text as id, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.body::text as body`;
const BATCH = 1000;

/** Links finished entries into a chain, a second later at most. One at a time over all processes (advisory lock). */
@Injectable()
export class AuditSealer implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private anchored = '';

  constructor(private readonly db: Db) {}

  /** Starts sealing every second. Called by the server. */
  start(): void {
    this.timer = setInterval(() => {
      this.running = this.seal().catch(() => undefined);
    }, 1000);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Seals what is ready. Returns how many entries were linked. */
  async seal(): Promise<number> {
    const sealed = await this.db.as(SYSTEM, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('audit.seal')) as mine`);
      return lock?.mine ? this.extend(tx) : 0;
    });
    return sealed;
  }

  private async extend(tx: Tx): Promise<number> {
    const [head] = await tx.query<Head>('select seq::text as seq, hash from audit.seal order by seq desc limit 1');
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
    return rows.length;
  }

  private async insert(tx: Tx, rows: readonly { seq: number; entry: string; prev: Buffer; hash: Buffer }[]): Promise<void> {
    await tx.query('insert into audit.seal (seq, entry_id, prev, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[])', [
      rows.map((row) => row.seq),
      rows.map((row) => row.entry),
      rows.map((row) => row.prev),
      rows.map((row) => row.hash),
    ]);
    const last = rows.at(-1);
    if (last) this.anchor(last.seq, last.hash.toString('hex'));
  }

  /** Head and count leave the database, so that cutting the tail shows. At most once a minute. */
  private anchor(seq: number, hash: string): void {
    const minute = new Date().toISOString().slice(0, 16);
    if (minute === this.anchored) return;
    this.anchored = minute;
    log('audit.anchor', { seq, hash });
  }

  /** Computes the whole chain again. `anchors` are (seq, hash) pairs kept elsewhere. */
  async verify(anchors: readonly { seq: number; hash: string }[] = []): Promise<Verdict> {
    let prev = GENESIS;
    let checked = 0;
    const known = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
    for (;;) {
      const rows = await this.db.statement<SealedEntry & { seq: string; prev: Buffer; hash: Buffer; found: boolean }>(
        SYSTEM,
        `select s.seq::text as seq, s.prev, s.hash, e.id is not null as found, ${COLUMNS} from audit.seal s left join audit.entry e on e.id = s.entry_id
         where s.seq > $1 order by s.seq limit ${BATCH}`,
        [checked],
      );
      for (const row of rows) {
        const because = fault(row, prev, checked + 1, known);
        if (because) return { checked, brokenAt: checked + 1, because, head: { seq: checked, hash: prev.toString('hex') } };
        prev = row.hash;
        checked++;
      }
      if (rows.length < BATCH) break;
    }
    const beyond = anchors.some((anchor) => anchor.seq > checked);
    return { checked, ...(beyond && { brokenAt: checked + 1, because: 'truncated' as const }), head: { seq: checked, hash: prev.toString('hex') } };
  }
}

function fault(row: SealedEntry & { seq: string; prev: Buffer; hash: Buffer; found: boolean }, prev: Buffer, seq: number, anchors: ReadonlyMap<number, string>): Verdict['because'] {
  if (Number(row.seq) !== seq || !row.found) return 'missing';
  if (!row.prev.equals(prev) || !row.hash.equals(link(prev, row))) return 'changed';
  const anchor = anchors.get(seq);
  return anchor && anchor !== row.hash.toString('hex') ? 'changed' : undefined;
}
