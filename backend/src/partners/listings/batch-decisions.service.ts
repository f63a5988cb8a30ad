import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Db, DeskError, notFound, type Actor } from '../../platform/index.js';
import type { SheetDone } from './proposal.dto.js';
import { Proposals } from './proposals.service.js';
import { PUBLISHED_OF_SHEET } from './proposals.sql.js';
import { Publishings } from './publishings.service.js';

/** What a steward does with a whole sheet. Each listing is a transaction of its own: one that cannot be decided on at one look stops no other. */
@Injectable()
export class BatchDecisions {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly proposals: Proposals,
    private readonly publishings: Publishings,
  ) {}

  /** Takes all of it over. Crisis lines are left: they are looked at one by one. Throws 404 when nothing of it is open. */
  async accept(actor: Actor, id: string): Promise<SheetDone> {
    const views = await this.proposals.ofSheet(actor, id);
    if (!views.length) throw notFound('sheet');
    const open = views.filter(({ crisis, fields }) => !crisis && fields.every(({ before }) => before === null));
    const done = await count(open, ({ id: proposal, version, fields }) => this.publishings.decide(actor, proposal, version, { decisions: fields.map(({ field, mark }) => ({ field, mark, accepted: true })) }));
    await this.tell(actor, id, 'sheet.accepted', done);
    return { done, left: views.length - done };
  }

  /** Puts every listing of it back as it was; one that was changed again since stays. Throws 404 when nothing of it was published. */
  async revert(actor: Actor, id: string): Promise<SheetDone> {
    const published = await this.db.statement<{ id: string }>(actor, PUBLISHED_OF_SHEET, [id]);
    if (!published.length) throw notFound('sheet');
    const done = await count(published, (one) => this.publishings.revert(actor, one.id));
    await this.tell(actor, id, 'sheet.reverted', done);
    return { done, left: published.length - done };
  }

  private async tell(actor: Actor, id: string, type: 'sheet.accepted' | 'sheet.reverted', done: number): Promise<void> {
    await this.db.as(actor, (tx) => this.journal.record(tx, actor, { type, subject: id, body: { done } }, { act: 'directory.steward', object: 'sheet', objectId: id, fields: [type] }));
    this.journal.nudge();
  }
}

/** How many were done; what somebody else was quicker at is not. */
async function count<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  let done = 0;
  for (const one of all) {
    done += await work(one).then(() => 1, (error: unknown) => {
      if (error instanceof DeskError && [404, 409, 412].includes(error.status)) return 0;
      throw error;
    });
  }
  return done;
}
