import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../../audit/index.js';
import { Config, conflict, Db, invalid, stale, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { BULK_ROWS } from '../bulk.sql.js';
import type { Taker } from '../domain/assigning.js';
import { refusalOf, type BulkRefusal, type BulkRowFacts } from '../domain/bulk-rules.js';
import { Inquiries } from '../inquiries.service.js';
import type { AssignInquiry, GivenView, TakerView } from './assign.dto.js';
import { GAVE, GIVE, GIVEN, KEEP_GIVEN, SEEN, TAKER, TAKERS, UNDO_GIVE } from './assign.sql.js';
import { supervises } from '../queue.service.js';

export interface Giving {
  taker: Taker;
  reason: string;
}

/** Giving a request to a colleague, who is told in the desk; taken back by one press while they have not seen it. */
@Injectable()
export class Assigning {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
  ) {}

  takers(actor: Actor, inquiryId: string | null): Promise<TakerView[]> {
    return this.db.statement<TakerView>(actor, TAKERS, [inquiryId, this.config.demo]);
  }

  async takersOf(actor: Actor, inquiryId: string): Promise<TakerView[]> {
    await this.db.as(actor, (tx) => this.inquiries.visible(tx, actor, 'inquiry.assign', inquiryId));
    return this.takers(actor, inquiryId);
  }

  /** An account that works on requests; undefined for any other. */
  async taker(tx: Tx, id: string | undefined): Promise<Taker | undefined> {
    const [taker] = id ? await tx.query<Taker>(TAKER, [id, this.config.demo]) : [];
    return taker;
  }

  /** Throws 404, 412 when it was changed since, 422 for who takes no requests, 409 with the reason where it is not given. */
  async assign(actor: Actor, id: string, { to, reason, version }: AssignInquiry & { version: number }): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'inquiry.assign', id);
      const [row] = await tx.query<BulkRowFacts>(`${BULK_ROWS} for update of i`, [[id], actor.id, actor.restricted]);
      const taker = await this.taker(tx, to);
      refuse(row && refusalOf(row, { action: 'assign', taker, version }, supervises(actor)));
      if (row && taker) await this.giveIn(tx, actor, id, { taker, reason });
    });
    this.journal.nudge();
  }

  /** With the caller's transaction, which holds the row and asked its rules. */
  async giveIn(tx: Tx, actor: Actor, id: string, { taker, reason }: Giving): Promise<void> {
    await tx.query(KEEP_GIVEN, [uuidv7(), id, actor.id, taker.id, reason.trim()]);
    await tx.query(GIVE, [id, taker.id]);
    const event = { type: 'inquiry.assigned', subject: id, body: { toId: taker.id, toName: taker.name } };
    await this.journal.record(tx, actor, event, { act: 'inquiry.assign', object: 'inquiry', objectId: id, reason: reason.trim(), fields: [`to:${taker.id}`] });
  }

  /** Throws 404, and 409 when it is too late, they have seen it, or something was done. */
  async undo(actor: Actor, id: string): Promise<void> {
    const event = JSON.stringify({ actorId: actor.id, actorName: actor.name });
    const audit = auditBody(actor, { act: 'inquiry.assign', object: 'inquiry', objectId: id, reason: 'undone' });
    const undone = await this.db.statement(actor, UNDO_GIVE, [id, actor.id, event, audit]);
    if (undone.length) return this.journal.nudge();
    await this.db.as(actor, async (tx) => {
      if (!(await tx.query(GAVE, [id, actor.id])).length) await this.inquiries.visible(tx, actor, 'inquiry.assign', id);
    });
    throw conflict('inquiry.undo-over', 'It is too late to undo this: they have seen it, or something was done in it. Ask them to give it back.');
  }

  given(actor: Actor): Promise<GivenView[]> {
    return this.db.statement<GivenView>(actor, GIVEN, [actor.id]);
  }

  async seen(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'inquiry.keep', id);
      await tx.query(SEEN, [id, actor.id]);
    });
  }
}

function refuse(refused: BulkRefusal | undefined): void {
  if (!refused) return;
  if (refused.code === 'changed') throw stale('inquiry');
  if (refused.code === 'no-taker') throw invalid([{ field: 'to', code: 'to.no-taker', detail: refused.why }]);
  throw conflict(`inquiry.${refused.code}`, refused.why);
}
