import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { likeness, mayBeOne, type Alike } from '../domain/care/likeness.js';
import type { DecideTwins, MergedView, TwinSide, TwinsView } from './care.dto.js';
import { BOTH, DECIDE, IS_MERGED, MERGED, PAIRS, UNDO } from './care.sql.js';
import { Statuses } from './statuses.service.js';

interface Pair extends Alike {
  first: TwinSide;
  second: TwinSide;
}
type Order = [first: string, second: string];

const MOST = 50;
/** Those that were made one are not offered any more; whoever reads our feed hears that they are gone. */
const OUT = 'defunct';

/** Two listings that look like one: a person says whether they are. Nothing is deleted, and within 30 days it can be undone. */
@Injectable()
export class Twins {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly statuses: Statuses,
  ) {}

  async look(actor: Actor): Promise<TwinsView> {
    const pairs = await this.db.statement<Pair>(actor, PAIRS);
    const merged = await this.db.statement<Omit<MergedView, 'at'> & { at: Date }>(actor, MERGED);
    const alike = pairs.filter(mayBeOne).sort((a, b) => likeness(b) - likeness(a)).slice(0, MOST);
    return {
      pairs: alike.map(({ first, second, ...pair }) => ({ first, second, likeness: Math.round(likeness(pair) * 100) / 100, samePhone: pair.phone, sameStreet: pair.street })),
      merged: merged.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    };
  }

  /** Makes them one, or says that they are two. Throws 404, 409 when a colleague decided or one of them was merged already, 422. */
  async decide(actor: Actor, { first, second, kept }: DecideTwins): Promise<void> {
    const order = [first, second].sort() as Order;
    if (first === second || (kept && !order.includes(kept))) throw invalid([{ field: 'kept', code: 'twin.not-of-the-two', detail: 'Choose one of the two' }]);
    await this.db.as(actor, async (tx) => {
      const out = await this.out(tx, order, kept);
      const verdict = out ? 'merged' : 'different';
      const done = await tx.query(DECIDE, [uuidv7(), ...order, verdict, kept, out?.status, actor.id]);
      if (!done.length) throw conflict('twin.decided', 'A colleague has just decided on these two.');
      if (out) await this.statuses.turn(tx, actor, { id: out.id, status: OUT });
      const body = { first: order[0], second: order[1], kept };
      await this.journal.record(tx, actor, { type: 'listing.twins-decided', subject: order[0], body }, { act: 'directory.steward', object: 'service', objectId: order[0], fields: ['twin'], reason: verdict });
    });
    this.journal.nudge();
  }

  /** The one that goes, with what it was; undefined when they are two. */
  private async out(tx: Tx, order: Order, kept: string | undefined): Promise<{ id: string; status: string } | undefined> {
    const rows = await tx.query<{ id: string; status: string }>(BOTH, order);
    if (rows.length !== 2) throw notFound('service');
    if (!kept) return undefined;
    if ((await tx.query(IS_MERGED, [order])).length) throw conflict('twin.merged', 'One of the two was made one with another. Look again.');
    return rows.find(({ id }) => id !== kept);
  }

  /** Two again. Throws 404, 409 when it was undone, or more than 30 days ago. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ id: string; status: string | null; verdict: string }>(UNDO, [id, actor.id]);
      if (!row) throw await this.whyNot(tx, id);
      if (row.status) await this.statuses.turn(tx, actor, { id: row.id, status: row.status, released: true });
      await this.journal.record(tx, actor, { type: 'listing.twins-undone', subject: row.id }, { act: 'directory.steward', object: 'service', objectId: row.id, fields: ['twin'], reason: 'undone' });
    });
    this.journal.nudge();
  }

  private async whyNot(tx: Tx, id: string): Promise<Error> {
    const known = await tx.query('select 1 from directory.twin where id = $1', [id]);
    return known.length ? conflict('twin.undone', 'This was undone already, or is more than 30 days old.') : notFound('twin');
  }
}
