import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, Db, invalid, Sealer, type Actor, type Tx } from '../../platform/index.js';
import { Assigning } from '../assign/assigning.service.js';
import { apart, type BulkRow } from '../bulk-row.service.js';
import { counted, earlier, MISSING, rowView } from '../bulk-view.js';
import type { BulkRowView, BulkView } from '../bulk.dto.js';
import { BULK_ROWS, KEEP_ROW, MAKE_BULK } from '../bulk.sql.js';
import type { Taker } from '../domain/assigning.js';
import { refusalOf, type BulkRefusal } from '../domain/bulk-rules.js';
import { canonical } from '../domain/canonical.js';
import type { HandOverRow, HandOverShift } from './hand-over.dto.js';
import { HandOverRows } from './hand-over-rows.service.js';

/** A row that stays as it is: taking the hand-over back leaves it alone. */
const KEPT = 'kept';
const NOT_YOURS: BulkRefusal = { code: 'not-yours', why: 'It is not yours any more.' };

/** The end of a shift: each of one's requests is kept, given to a colleague or given back, with a note, all by one press. */
@Injectable()
export class HandOver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly assigning: Assigning,
    private readonly work: HandOverRows,
  ) {}

  /** Done once for a key. Throws 422 when the key came with something else. */
  async do(actor: Actor, { key, rows }: HandOverShift): Promise<BulkView> {
    for (const { what, to } of rows) if (what === 'give' && !to) throw invalid([{ field: 'rows.to', code: 'to.missing', detail: 'Choose who takes each request that you give' }]);
    const hash = this.sealer.keyed('bulk', canonical(rows));
    const view = await this.db.as(actor, async (tx) => {
      const made = await tx.query(MAKE_BULK, [key, actor.id, 'hand-over', hash, this.clock.now()]);
      return made.length ? this.all(tx, actor, key, rows) : earlier(tx, actor, { key, hash }, (refused) => refused === null || refused === KEPT);
    });
    this.journal.nudge();
    return view;
  }

  private async all(tx: Tx, actor: Actor, key: string, asked: readonly HandOverRow[]): Promise<BulkView> {
    const rows = new Map((await tx.query<BulkRow>(`${BULK_ROWS} for update of i`, [asked.map(({ id }) => id), actor.id, actor.restricted])).map((row) => [row.id, row]));
    const takers = await this.takers(tx, asked);
    const views: BulkRowView[] = [];
    for (const ask of asked) {
      const row = rows.get(ask.id);
      const refused = row ? await this.one(tx, actor, row, { ask, key, taker: takers.get(ask.to ?? '') }) : MISSING;
      views.push(rowView(ask.id, row, refused));
    }
    return counted(views);
  }

  private async takers(tx: Tx, asked: readonly HandOverRow[]): Promise<Map<string, Taker | undefined>> {
    const takers = new Map<string, Taker | undefined>();
    for (const { to } of asked) if (to && !takers.has(to)) takers.set(to, await this.assigning.taker(tx, to));
    return takers;
  }

  private async one(tx: Tx, actor: Actor, row: BulkRow, { ask, key, taker }: One): Promise<BulkRefusal | undefined> {
    const refused = refusal(row, ask, taker) ?? (await apart(tx, () => this.work.do(tx, actor, row, { ask, taker })));
    await tx.query(KEEP_ROW, [key, row.id, refused?.code ?? (ask.what === 'keep' ? KEPT : null), row.status, row.assignee, row.claimedAt, row.priority]);
    return refused;
  }
}

interface One {
  ask: HandOverRow;
  key: string;
  taker: Taker | undefined;
}

/** One's own alone, also for a supervisor: it is the end of their own shift. */
function refusal(row: BulkRow, { what, version }: HandOverRow, taker: Taker | undefined): BulkRefusal | undefined {
  if (!row.mine && row.status === 'claimed') return NOT_YOURS;
  const refused = refusalOf(row, { action: what === 'give' ? 'assign' : 'release', taker, version }, false);
  return what === 'keep' && refused?.code === 'not-claimed' ? NOT_YOURS : refused;
}
