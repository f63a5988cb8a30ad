import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, notFound, type Actor, type Tx } from '../../platform/index.js';
import { nameInHistory } from '../history.js';
import type { SetStatus } from './care.dto.js';
import { STATUS } from './care.sql.js';

const LEFT_OUT = `select 1 from directory.service where id = $1 and inclusion <> 'included' for update`;

interface Turned {
  id: string;
  status: string;
  /** What its source says counts again. */
  released?: boolean;
}

/** Whether a service is there: a steward's word stands above what a source says again. */
@Injectable()
export class Statuses {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  /** Throws 404, 409 when it would be active and is not included. */
  async set(actor: Actor, id: string, { status }: SetStatus): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.turn(tx, actor, { id, status });
      await this.journal.record(tx, actor, { type: 'listing.status-set', subject: id, body: { status } }, { act: 'directory.steward', object: 'service', objectId: id, fields: ['status'], reason: status });
    });
    this.journal.nudge();
  }

  /** Inside the caller's transaction. Throws 404, 409 when it would be active and is not included. */
  async turn(tx: Tx, actor: Actor, { id, status, released = false }: Turned): Promise<void> {
    if (status === 'active' && (await tx.query(LEFT_OUT, [id])).length) throw conflict('listing.left-out', 'It is excluded or under review. Decide first that it is included.');
    await nameInHistory(tx, actor.name);
    if (!(await tx.query(STATUS, [id, status, released ? null : actor.id])).length) throw notFound('service');
  }
}
