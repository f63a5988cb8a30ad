import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../../audit/index.js';
import { conflict, Db, type Actor } from '../../platform/index.js';
import { Inquiries } from '../inquiries.service.js';
import { UNDO_CLAIM } from './holding.sql.js';

/** Takes a claim back right after it, by who claimed and while nothing was done: one conditional statement. */
@Injectable()
export class ClaimUndo {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
  ) {}

  /** Throws 404, and 409 when it is too late or something was done. */
  async undo(actor: Actor, id: string): Promise<void> {
    const event = JSON.stringify({ actorId: actor.id, actorName: actor.name, reason: 'undone' });
    const audit = auditBody(actor, { act: 'inquiry.release', object: 'inquiry', objectId: id, reason: 'undone' });
    const undone = await this.db.statement(actor, UNDO_CLAIM, [id, actor.id, event, audit]);
    if (undone.length) return this.journal.nudge();
    await this.db.as(actor, (tx) => this.inquiries.visible(tx, actor, 'inquiry.release', id));
    throw conflict('inquiry.undo-over', 'It is too late to undo this, or something was done in the request. Give it back instead.');
  }
}
