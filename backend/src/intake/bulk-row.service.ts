import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../audit/index.js';
import { conflict, DeskError, invalid, type Actor, type Tx } from '../platform/index.js';
import { Assigning } from './assign/assigning.service.js';
import { SET_PRIORITY } from './bulk.sql.js';
import type { TryBulk } from './bulk.dto.js';
import type { Taker } from './domain/assigning.js';
import type { BulkRefusal, BulkRowFacts } from './domain/bulk-rules.js';
import { Inquiries } from './inquiries.service.js';
import { Needs } from './needs.service.js';
import { CLAIM } from './queue.sql.js';

/** A row of an act on many: locked, its rules asked. */
export type BulkRow = BulkRowFacts & { id: string; reference: string; assignee: string | null; claimedAt: Date | null };

const FAILED: BulkRefusal = { code: 'failed', why: 'It could not be done. Open it and do it there.' };

/** In a savepoint of its own: what fails fails for this row alone. */
export async function apart(tx: Tx, work: () => Promise<void>): Promise<BulkRefusal | undefined> {
  await tx.query('savepoint bulk_row');
  try {
    await work();
    await tx.query('release savepoint bulk_row');
    return undefined;
  } catch (error) {
    await tx.query('rollback to savepoint bulk_row');
    return error instanceof DeskError ? { code: error.code, why: error.detail } : FAILED;
  }
}

/** What is done to one row: the same act as on one request, with the same traces. */
@Injectable()
export class BulkRowActs {
  constructor(
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly needs: Needs,
    private readonly assigning: Assigning,
  ) {}

  /** Who takes them. Throws 422 where that is nobody who works on requests. */
  async taker(tx: Tx, { action, to }: Pick<TryBulk, 'action' | 'to'>): Promise<Taker | undefined> {
    if (action !== 'assign') return undefined;
    const taker = await this.assigning.taker(tx, to);
    if (!taker) throw invalid([{ field: 'to', code: 'to.no-taker', detail: 'Choose a colleague who works on requests' }]);
    return taker;
  }

  async do(tx: Tx, actor: Actor, row: BulkRow, { action, priority, reason = '', taker }: Omit<TryBulk, 'rows'> & { taker?: Taker | undefined }): Promise<void> {
    const { id, version } = row;
    if (action === 'claim') await this.claim(tx, actor, id);
    else if (action === 'release') await this.inquiries.releaseIn(tx, actor, id, reason);
    else if (action === 'close') await this.needs.closeOne(tx, actor, { inquiryId: id, version, reason });
    else if (action === 'assign' && taker) await this.assigning.giveIn(tx, actor, id, { taker, reason });
    else await this.setPriority(tx, actor, id, priority ?? 0);
  }

  private async claim(tx: Tx, actor: Actor, id: string): Promise<void> {
    const event = JSON.stringify({ actorId: actor.id, actorName: actor.name });
    const won = await tx.query(CLAIM, [id, actor.id, actor.restricted, event, auditBody(actor, { act: 'inquiry.claim', object: 'inquiry', objectId: id })]);
    if (!won.length) throw conflict('claimed', 'A colleague was quicker.');
  }

  private async setPriority(tx: Tx, actor: Actor, id: string, priority: number): Promise<void> {
    await this.inquiries.visible(tx, actor, 'need.change', id);
    await tx.query(SET_PRIORITY, [id, priority]);
    await this.journal.record(tx, actor, { type: 'inquiry.urgency-set', subject: id, body: { priority } }, { act: 'need.change', object: 'inquiry', objectId: id, fields: ['priority'] });
  }
}
