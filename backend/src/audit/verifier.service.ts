import { Injectable } from '@nestjs/common';
import { Db, SYSTEM } from '../platform/index.js';
import { hashesBySeq, type Anchor } from './domain/anchor.js';
import { GENESIS, link, type SealedEntry } from './domain/chain.js';

export interface Verdict {
  /** Seals whose hash was computed again and fits. */
  checked: number;
  /** Sequence number of the first seal that does not fit; undefined when the chain is whole. */
  brokenAt?: number;
  /** Why: a changed entry or rewritten chain, a missing one, or a chain shorter than an anchor says. */
  because?: 'changed' | 'missing' | 'truncated';
  /** Entries that wait for their seal: the newest second, or more while no desk runs. */
  unsealed: number;
}

interface SealRow extends SealedEntry {
  seq: string;
  prev: Buffer;
  hash: Buffer;
  found: boolean;
}
type Known = ReturnType<typeof hashesBySeq>;

/** What of an entry is sealed. Shared with the sealer: both must read the same bytes. */
export const COLUMNS = `e.id::text as id, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.body::text as body`;
const BATCH = 1000;

/** Computes the chain again from its first seal. It only reads. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly db: Db) {}

  /** `anchors` are heads that were kept elsewhere: without them a chain that was cut or rewritten as a whole looks sound. */
  async verify(anchors: readonly Anchor[] = []): Promise<Verdict> {
    const known = hashesBySeq(anchors);
    const verdict = await this.walk(known);
    const beyond = !verdict.brokenAt && anchors.some(({ seq }) => seq > verdict.checked);
    return { ...verdict, ...(beyond && { brokenAt: verdict.checked + 1, because: 'truncated' as const }), unsealed: await this.unsealed() };
  }

  private async walk(known: Known): Promise<Pick<Verdict, 'checked' | 'brokenAt' | 'because'>> {
    let prev = GENESIS;
    let checked = 0;
    for (;;) {
      const rows = await this.after(checked);
      for (const row of rows) {
        const because = fault(row, prev, checked + 1, known);
        if (because) return { checked, brokenAt: checked + 1, because };
        prev = row.hash;
        checked++;
      }
      if (rows.length < BATCH) return { checked };
    }
  }

  private after(seq: number): Promise<SealRow[]> {
    return this.db.statement<SealRow>(
      SYSTEM,
      `select s.seq::text as seq, s.prev, s.hash, e.id is not null as found, ${COLUMNS} from audit.seal s left join audit.entry e on e.id = s.entry_id
       where s.seq > $1 order by s.seq limit ${BATCH}`,
      [seq],
    );
  }

  private async unsealed(): Promise<number> {
    const [row] = await this.db.statement<{ count: number }>(SYSTEM, 'select count(*)::int as count from audit.entry e where not exists (select from audit.seal s where s.entry_id = e.id)');
    return row?.count ?? 0;
  }
}

function fault(row: SealRow, prev: Buffer, seq: number, known: Known): Verdict['because'] {
  if (Number(row.seq) !== seq || !row.found) return 'missing';
  if (!row.prev.equals(prev) || !row.hash.equals(link(prev, row))) return 'changed';
  const hash = row.hash.toString('hex');
  return [...(known.get(seq) ?? [])].some((anchored) => anchored !== hash) ? 'changed' : undefined;
}
