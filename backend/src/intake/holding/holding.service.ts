import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, Events, SYSTEM, type Actor, type Tx } from '../../platform/index.js';
import { Inquiries } from '../inquiries.service.js';
import { KEEP, RETURN, WARN } from './holding.sql.js';

/** The steps of a request that is held and not worked on. */
@Injectable()
export class Holding {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
  ) {}

  async warn(tx: Tx, id: string, now: Date): Promise<number> {
    const [row] = await tx.query<{ assignee: string }>(WARN, [id, now]);
    await this.events.record(tx, { type: 'inquiry.return-warned', subject: id, body: { holder: row?.assignee } });
    return 1;
  }

  async giveBack(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query(RETURN, [id]);
    if (!row) return 0; // something was done just now
    await this.journal.record(tx, SYSTEM, { type: 'inquiry.released', subject: id, body: { reason: 'untouched' } }, { act: 'inquiry.release', object: 'inquiry', objectId: id, reason: 'untouched' });
    return 1;
  }

  /** "Keep it": its time begins anew. Throws 404, and 409 when it went back already. */
  async keep(actor: Actor, id: string, now: Date): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'inquiry.keep', id);
      if (!(await tx.query(KEEP, [id, now])).length) throw conflict('inquiry.not-claimed', 'Nobody holds this request any more. Claim it again.');
      await this.journal.record(tx, actor, { type: 'inquiry.kept', subject: id }, { act: 'inquiry.keep', object: 'inquiry', objectId: id });
    });
    this.journal.nudge();
  }

  nudge(): void {
    this.journal.nudge();
  }
}
