import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, conflict, Db, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { refuseInCrisis } from './crisis/open-crisis.js';
import { keepsPromise, type ContactPlan } from './domain/stricter.js';
import { Inquiries, isRestricted, type OpenInquiry } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';
import { mayBeTogether, twoOf } from './ties.service.js';
import { HAS_MERGED, LOCK_BOTH, MERGE, MERGE_OF, MERGED_IN, UNDO_DAYS, UNMERGE } from './together.sql.js';

/** Who made one of two, and when. */
export interface MergeRow {
  id: string;
  goneId: string;
  keptId: string;
  keptReference: string;
  madeAt: Date;
  by: string;
}

/** Which request stays, and which is closed as merged into it. */
export interface Merging {
  keptId: string;
  goneId: string;
}
interface Both {
  kept: OpenInquiry;
  gone: OpenInquiry;
}
const DAY = 86_400_000;
export const undoUntil = ({ madeAt }: Pick<MergeRow, 'madeAt'>): Date => new Date(madeAt.getTime() + UNDO_DAYS * DAY);
const NO_PLAN = { others: null, name: null, times: [], never: null, emailOk: false };

/** Two requests that are one: one stays, the other is closed as merged into it. Nothing is moved or deleted, so that taking it back is exact (decision 41). */
@Injectable()
export class Merges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly sealed: SealedInquiry,
  ) {}

  /** Throws 404 unless both are the actor's, or of their team; 409 with what speaks against it; 422 for one and the same. */
  async merge(actor: Actor, { keptId, goneId }: Merging): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const both = await this.locked(tx, actor, { keptId, goneId });
      await mayBeTogether(tx, { id: keptId, otherId: goneId });
      await this.mayMerge(tx, both);
      for (const id of [keptId, goneId]) await refuseInCrisis(tx, id);
      await tx.query(MERGE, [goneId, keptId, uuidv7(), both.gone.status, actor.id, this.clock.now()]);
      await this.told(tx, actor, { keptId, goneId }, ['inquiry.merged', 'inquiry.merged-away']);
    });
    this.journal.nudge();
  }

  /** Two again, both as they were. `id` is the one that was merged away. Throws 404, 409 when it was taken back, or after 30 days. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const gone = await this.inquiries.visible(tx, actor, 'inquiry.merge', id);
      if (gone.mergedInto) await tx.query(LOCK_BOTH, [[gone.id, gone.mergedInto]]);
      const [merge] = await tx.query<MergeRow>(MERGE_OF, [id]);
      if (!merge) throw conflict('merge.undone', 'This request is not merged. Look again.');
      if (undoUntil(merge) < this.clock.now()) throw conflict('merge.too-old', `More than ${UNDO_DAYS} days have passed: it stays merged.`);
      await this.undoIn(tx, actor, merge);
    });
    this.journal.nudge();
  }

  /** The request that stayed goes: what was merged into it is a request of its own again. With the caller's transaction. */
  async takeApart(tx: Tx, actor: Actor, keptId: string): Promise<void> {
    for (const merge of await tx.query<MergeRow>(MERGED_IN, [keptId])) await this.undoIn(tx, actor, merge);
  }

  private async undoIn(tx: Tx, actor: Actor, { id, keptId, goneId }: MergeRow): Promise<void> {
    const undone = await tx.query(UNMERGE, [id, this.clock.now(), actor.kind === 'staff' ? actor.id : null]);
    if (!undone.length) return; // somebody else did, and told it
    await this.told(tx, actor, { keptId, goneId }, ['inquiry.unmerged', 'inquiry.unmerged']);
  }

  /** Both under lock, in one order whoever comes: of two who merge the same ones the second sees what the first did. */
  private async locked(tx: Tx, actor: Actor, { keptId, goneId }: Merging): Promise<Both> {
    await this.inquiries.visible(tx, actor, 'inquiry.merge', keptId);
    twoOf({ id: keptId, otherId: goneId });
    await tx.query(LOCK_BOTH, [[keptId, goneId]]);
    return { kept: await this.inquiries.visible(tx, actor, 'inquiry.merge', keptId), gone: await this.inquiries.visible(tx, actor, 'inquiry.merge', goneId) };
  }

  /** One is merged once; the one that stays goes on, and keeps every promise that the other one made. */
  private async mayMerge(tx: Tx, { kept, gone }: Both): Promise<void> {
    const [earlier] = await tx.query<MergeRow>(MERGE_OF, [gone.mergedInto ? gone.id : kept.id]);
    if (earlier) throw conflict('inquiry.merged', `${earlier.by} merged one of the two already. Look again.`, { by: earlier.by, at: earlier.madeAt.toISOString() });
    if ((await tx.query(HAS_MERGED, [gone.id])).length) throw conflict('merge.has-merged', 'Another request was merged into this one. Keep it, or take that back first.');
    if (kept.eraseAfter || gone.eraseAfter) throw notFound('inquiry');
    const against = this.against(kept, gone);
    if (against) throw conflict(...against);
  }

  private against(kept: OpenInquiry, gone: OpenInquiry): [code: string, detail: string] | undefined {
    const rules: [boolean, string, string][] = [
      [kept.status === 'closed', 'merge.closed', 'The request that stays is closed. Keep the other one.'],
      [kept.asker !== gone.asker || differ(kept.ageBand, gone.ageBand), 'merge.two-people', 'They were asked by, or for, different people: what the one agreed to is not the other’s. Link them instead.'],
      [isRestricted(gone) && !isRestricted(kept), 'merge.restricted', 'The other one may only be opened by some of us, and must stay so. Keep that one, or link them.'],
      [gone.priority < kept.priority && gone.status !== 'closed', 'merge.less-urgent', 'The other one is more urgent. Keep that one, or link them.'],
      [!keepsPromise(this.planOf(kept), this.planOf(gone)), 'merge.contact', 'The other one is stricter about how to reach them. Keep that one; where each forbids something else, link them.'],
    ];
    const [, code, detail] = rules.find(([applies]) => applies) ?? [];
    return code && detail ? [code, detail] : undefined;
  }

  private planOf({ id, dataKey, channel, voicemail, safeContact }: OpenInquiry): ContactPlan {
    return { channel, voicemail, ...(this.sealed.open(dataKey, id, 'safe_contact', safeContact) ?? NO_PLAN) };
  }

  private async told(tx: Tx, actor: Actor, { keptId, goneId }: Merging, [kept, gone]: [string, string]): Promise<void> {
    await this.journal.record(tx, actor, { type: kept, subject: keptId, body: { withId: goneId } }, { act: 'inquiry.merge', object: 'inquiry', objectId: keptId, reason: kept, fields: ['mergedInto'] });
    await this.journal.record(tx, actor, { type: gone, subject: goneId, body: { withId: keptId } }, { act: 'inquiry.merge', object: 'inquiry', objectId: goneId, reason: gone, fields: ['mergedInto', 'status'] });
  }
}

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;
