import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, conflict, Db, invalid, notFound, Sealer, type Actor, type Tx } from '../platform/index.js';
import { apart, BulkRowActs, type BulkRow } from './bulk-row.service.js';
import { counted, earlier, MISSING, rowView, type KeptRow } from './bulk-view.js';
import { BULK_ROWS, DONE_ROWS, KEEP_ROW, KEPT_ROWS, KNOWN_BULK, MAKE_BULK, RESTORE, UNDO_BULK } from './bulk.sql.js';
import type { BulkRowView, BulkView, DoBulk, TryBulk } from './bulk.dto.js';
import { refusalOf, type BulkAct, type BulkRefusal } from './domain/bulk-rules.js';
import { canonical } from './domain/canonical.js';
import { supervises } from './queue.service.js';

/** One act on many requests: a dry run first, each row by its own rule and in its own savepoint, one press to take all of it back. */
@Injectable()
export class BulkActs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly acts: BulkRowActs,
  ) {}

  /** What would become of each. Writes nothing. */
  async try(actor: Actor, ask: TryBulk): Promise<BulkView> {
    whole(ask);
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<BulkRow>(BULK_ROWS, [ask.rows.map(({ id }) => id), actor.id, actor.restricted]);
      const taker = await this.acts.taker(tx, ask);
      return viewOf(ask, (id, version) => told(rows.find((row) => row.id === id), { ...ask, taker, version }, actor));
    });
  }

  /** Done once for a key. Throws 422 when the key came with something else, or what the act needs is missing. */
  async do(actor: Actor, { key, ...ask }: DoBulk): Promise<BulkView> {
    whole(ask);
    const hash = this.sealer.keyed('bulk', canonical(ask));
    const view = await this.db.as(actor, async (tx) => {
      const made = await tx.query(MAKE_BULK, [key, actor.id, ask.action, hash, this.clock.now()]);
      return made.length ? this.all(tx, actor, ask, key) : earlier(tx, actor, { key, hash });
    });
    this.journal.nudge();
    return view;
  }

  /** All of it back to how it was, but for what somebody changed since. Throws 404, 409 when it was taken back, or after a day. */
  async undo(actor: Actor, key: string): Promise<BulkView> {
    const view = await this.db.as(actor, async (tx) => {
      if (!(await tx.query(UNDO_BULK, [key, actor.id, this.clock.now()])).length) throw (await tx.query(KNOWN_BULK, [key, actor.id])).length ? conflict('bulk.undone', 'This was taken back already, or is more than a day old.') : notFound('bulk');
      await tx.query(DONE_ROWS, [key]);
      const rows: BulkRowView[] = [];
      for (const { id, reference, version, refused } of await tx.query<KeptRow>(KEPT_ROWS, [key])) if (refused === null) rows.push(await this.restore(tx, actor, key, { id, reference, version }));
      return counted(rows);
    });
    this.journal.nudge();
    return view;
  }

  private async restore(tx: Tx, actor: Actor, key: string, row: Omit<KeptRow, 'refused'>): Promise<BulkRowView> {
    const back = await tx.query(RESTORE, [key, row.id, actor.id]);
    if (!back.length) return { ...row, code: 'changed', why: 'Somebody changed it since. It stays as it is now.' };
    await this.journal.record(tx, actor, { type: 'inquiry.restored', subject: row.id }, { act: 'queue.change', object: 'inquiry', objectId: row.id, reason: 'undone', fields: ['status', 'assignee', 'priority'] });
    return { ...row, code: null, why: null };
  }

  private async all(tx: Tx, actor: Actor, ask: TryBulk, key: string): Promise<BulkView> {
    const rows = await tx.query<BulkRow>(`${BULK_ROWS} for update of i`, [ask.rows.map(({ id }) => id), actor.id, actor.restricted]);
    const act = { ...ask, taker: await this.acts.taker(tx, ask) };
    const became = new Map<string, BulkRefusal | undefined>();
    for (const row of rows) {
      const version = ask.rows.find(({ id }) => id === row.id)?.version;
      const refused = refusalOf(row, { ...act, version }, supervises(actor)) ?? (await apart(tx, () => this.acts.do(tx, actor, row, act)));
      became.set(row.id, refused);
      await tx.query(KEEP_ROW, [key, row.id, refused?.code ?? null, row.status, row.assignee, row.claimedAt, row.priority]);
    }
    return viewOf(ask, (id) => {
      const row = rows.find((one) => one.id === id);
      return rowView(id, row, row ? became.get(id) : MISSING);
    });
  }
}

const told = (row: BulkRow | undefined, ask: BulkAct, actor: Actor): BulkRowView => rowView(row?.id ?? '', row, row ? refusalOf(row, ask, supervises(actor)) : MISSING);
const viewOf = (ask: TryBulk, became: (id: string, version: number | undefined) => BulkRowView): BulkView => counted([...new Map(ask.rows.map((row) => [row.id, row])).values()].map(({ id, version }) => ({ ...became(id, version), id })));

/** What an act needs besides its rows. */
function whole({ action, priority, reason, to }: TryBulk): void {
  if (action === 'assign' && !to) throw invalid([{ field: 'to', code: 'to.missing', detail: 'Choose who takes them' }]);
  if (action === 'urgency' && priority === undefined) throw invalid([{ field: 'priority', code: 'priority.missing', detail: 'Choose how urgent they are' }]);
  if (['release', 'close', 'assign'].includes(action) && !reason?.trim()) throw invalid([{ field: 'reason', code: 'reason.missing', detail: 'Write why' }]);
}
