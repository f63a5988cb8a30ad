import { Injectable } from '@nestjs/common';
import { Audit, Journal } from '../../audit/index.js';
import { conflict, Db, uuidv7, type Actor } from '../../platform/index.js';
import { Inquiries } from '../inquiries.service.js';
import { Sleeping } from '../sleeping.service.js';
import type { CrisesView, OpenCrisis } from './crisis.dto.js';
import { CrisisReader } from './crisis-reader.js';
import { HOLD_CLAIMED, OPEN } from './crisis.sql.js';

/** The record of a crisis: opened on a claimed request, one at a time, and read by whoever may read the request. */
@Injectable()
export class Crises {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly sleeping: Sleeping,
    private readonly reader: CrisisReader,
  ) {}

  /** Throws 404 like `visible`. */
  async view(actor: Actor, id: string): Promise<CrisesView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'inquiry.read', id);
      const records = await this.reader.records(tx, row);
      if (records.length) await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: id, fields: ['crisis'] });
      return { records, supervisors: await this.reader.supervisors(tx, id) };
    });
  }

  /** Throws 404, 409 `crisis.not-claimed`, 409 `crisis.open` where one goes on already. A request that sleeps wakes. */
  async open(actor: Actor, id: string, { kind, whose }: OpenCrisis, now: Date): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'crisis.keep', id);
      if (!(await tx.query(HOLD_CLAIMED, [id])).length) throw conflict('crisis.not-claimed', 'Only a claimed request has a crisis record. Claim it first.');
      const crisisId = uuidv7();
      if (!(await tx.query(OPEN, [crisisId, id, kind, whose, actor.id, now])).length) throw conflict('crisis.open', 'A crisis record is open already. Go on in that one.');
      await this.sleeping.getUp(tx, id);
      // What kind of danger stands in the record alone: events and audit outlive the person's erasing.
      await this.journal.record(tx, actor, { type: 'inquiry.crisis-opened', subject: id, body: { crisisId } }, { act: 'crisis.keep', object: 'crisis', objectId: crisisId, fields: ['opened'] });
    });
    this.journal.nudge();
  }
}
