import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Db, invalid, notFound, stale, SYSTEM, type Actor, type Tx } from '../../platform/index.js';
import { complete, faultsOf, OWN_WEIGHTS } from '../domain/weights.js';
import { LiveWeights } from './live-weights.service.js';
import type { DraftWeights, MakeLive, OrderingView, ReplayView } from './ordering.dto.js';
import { orderingView, type VersionRow } from './ordering-view.js';

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('matching.weights'))`;
const VERSIONS = `
select w.number, w.label, w.amounts, w.draft, w.replay, w.replayed_at as "replayedAt", w.created_at as at, a.name as by, w.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'since', l.since, 'by', b.name, 'why', l.why) order by l.id desc) from matching.weights_live l left join people.account b on b.id = l.made_by where l.number = w.number), '[]') as turns
from matching.weights w left join people.account a on a.id = w.created_by order by w.number desc`;
const NEXT = '(select coalesce(max(number), 0) + 1 from matching.weights)';
const NOW = 'select number from matching.weights_live order by id desc limit 1';
/** Of the one draft, so that audit and events can name what they are about. */
const about = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Versions of the weights: the product's own, a draft, what was live. */
@Injectable()
export class WeightsVersions {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly live: LiveWeights,
  ) {}

  async view(actor: Actor): Promise<OrderingView> {
    return orderingView(actor, await this.db.statement<VersionRow>(actor, VERSIONS));
  }

  /** The product's own weights as a version. They go live by themselves only where nobody of the desk chose others. */
  async load(product: string): Promise<void> {
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const [standing] = await tx.query('select 1 from matching.weights where product = $1', [product]);
      if (standing) return;
      const [chosen] = await tx.query<{ product: string | null }>('select w.product from matching.weights_live l join matching.weights w on w.number = l.number order by l.id desc limit 1');
      const [made] = await tx.query<{ number: number }>(`insert into matching.weights (number, label, amounts, draft, product) values (${NEXT}, 'The product’s own', $1, false, $2) returning number`, [OWN_WEIGHTS, product]);
      if (!chosen || chosen.product) await tx.query('insert into matching.weights_live (number, why) values ($1, $2)', [made?.number, 'It came with the product.']);
    });
    this.live.forget();
  }

  /** Writes the one draft. Throws 422 with a fault for each number, 412 when somebody changed the draft meanwhile. */
  async draft(actor: Actor, { label, values, version }: DraftWeights): Promise<OrderingView> {
    const faults = faultsOf(values);
    if (faults.length) throw invalid(faults.map(({ field, detail }) => ({ field, code: 'weight', detail })));
    const amounts = complete(values);
    await this.db.as(actor, async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const rows = version === undefined
        ? await tx.query<{ number: number }>(`insert into matching.weights (number, label, amounts, replaces, created_by) select ${NEXT}, $1, $2, (${NOW}), $3 where not exists (select 1 from matching.weights where draft) returning number`, [label.trim(), amounts, actor.id])
        : await tx.query<{ number: number }>('update matching.weights set label = $1, amounts = $2, created_by = $3, created_at = now(), replaces = (' + NOW + '), version = version + 1 where draft and version = $4 returning number', [label.trim(), amounts, actor.id, version]);
      if (!rows[0]) throw stale('ordering');
      await this.noted(tx, actor, { type: 'weights.drafted', number: rows[0].number });
    });
    return this.view(actor);
  }

  /** Throws the draft away. */
  async discard(actor: Actor): Promise<OrderingView> {
    await this.db.as(actor, async (tx) => {
      const [gone] = await tx.query<{ number: number }>('delete from matching.weights where draft returning number');
      if (gone) await this.noted(tx, actor, { type: 'weights.discarded', number: gone.number });
    });
    return this.view(actor);
  }

  /** The draft's numbers, as they are replayed. Throws 404 where there is none. */
  async drafted(actor: Actor): Promise<{ number: number; version: number; amounts: Record<string, number> }> {
    const [row] = await this.db.statement<{ number: number; version: number; amounts: Record<string, number> }>(actor, 'select number, version, amounts from matching.weights where draft');
    if (!row) throw notFound('draft');
    return row;
  }

  /** Keeps what a replay of exactly these numbers counted. Throws 412 when they were changed while it ran. */
  async replayed(actor: Actor, { number, version }: { number: number; version: number }, replay: ReplayView): Promise<OrderingView> {
    await this.db.as(actor, async (tx) => {
      const done = await tx.query('update matching.weights set replay = $3, replayed_at = now() where number = $1 and version = $2 and draft returning number', [number, version, replay]);
      if (!done.length) throw stale('ordering');
      await this.noted(tx, actor, { type: 'weights.replayed', number });
    });
    return this.view(actor);
  }

  /** A replayed draft begins to order, or one that did before does again. Throws 422 without a replay, 412 when something else went live meanwhile. */
  async makeLive(actor: Actor, { number, why, replaces }: MakeLive): Promise<OrderingView> {
    await this.db.as(actor, async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const [now] = await tx.query<{ number: number }>(NOW);
      if ((now?.number ?? 0) !== replaces) throw stale('ordering');
      await this.mayOrder(tx, number, replaces);
      await tx.query('update matching.weights set draft = false where number = $1 and draft', [number]);
      await tx.query('insert into matching.weights_live (number, made_by, why) values ($1, $2, $3)', [number, actor.id, why.trim()]);
      await this.noted(tx, actor, { type: 'weights.live', number, reason: why.trim() });
    });
    this.live.forget();
    this.journal.nudge();
    return this.view(actor);
  }

  private async mayOrder(tx: Tx, number: number, live: number): Promise<void> {
    const [row] = await tx.query<{ draft: boolean; replay: ReplayView | null }>('select draft, replay from matching.weights where number = $1', [number]);
    if (!row) throw notFound('version');
    if (number === live) throw invalid([{ field: 'number', code: 'weights.live', detail: 'This version orders already' }]);
    if (row.draft && !row.replay) throw invalid([{ field: 'number', code: 'weights.not-replayed', detail: 'Replay it first, with the numbers that it has now' }]);
    if (row.replay?.violations) throw invalid([{ field: 'number', code: 'weights.violations', detail: 'Its replay showed places that a hard rule forbids, so it cannot go live' }]);
  }

  private async noted(tx: Tx, actor: Actor, { type, number, reason }: { type: string; number: number; reason?: string }): Promise<void> {
    const act = { act: 'ordering.change', object: 'weights', objectId: about(number), fields: [type], ...(reason && { reason }) };
    await this.journal.record(tx, actor, { type, subject: about(number), body: { number } }, act);
  }
}
