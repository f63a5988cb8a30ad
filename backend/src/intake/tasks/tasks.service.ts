import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, conflict, Db, type Actor, type Tx } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { TaskDue } from '../domain/task.js';
import { Inquiries } from '../inquiries.service.js';
import type { ChangeTask, EndTask, MakeTask, Version } from './task.dto.js';
import { CHANGE, HOLD_OPEN, MAKE, REOPEN } from './task.sql.js';
import { TaskWriter, type HeldTask, type TaskAt } from './task-writer.js';

const CLOSED = 'Tasks are written in a request that somebody has. This one was closed, merged or given back.';

/** What somebody of the team has to do for a person: written down, changed, ended, taken up again. */
@Injectable()
export class Tasks {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly inquiries: Inquiries,
    private readonly writer: TaskWriter,
    private readonly journal: Journal,
  ) {}

  /** Once for an id. Throws 404, 409 `task.closed`, 422 with the field. */
  async make(actor: Actor, inquiryId: string, { id, title, forId, ...due }: MakeTask): Promise<void> {
    const { zone } = await this.settings.desk();
    await this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'task.keep', inquiryId);
      if (!(await tx.query(HOLD_OPEN, [inquiryId])).length) throw conflict('task.closed', CLOSED);
      await this.writer.refuseFor(tx, inquiryId, forId);
      const made = await tx.query(MAKE, [id, inquiryId, this.writer.seal(row, id, { title }), due.dueOn, due.dueHour, this.writer.time(due, zone), forId, actor.id, this.clock.now()]);
      if (made.length) await this.writer.told(tx, actor, { id, inquiryId, forId }, 'made');
    });
    this.journal.nudge();
  }

  /** Throws 404, 409 `task.ended`, 412 with the task as it is now, 422 with the field. */
  async change(actor: Actor, id: string, { version, title, forId, ...due }: Version<ChangeTask>): Promise<void> {
    const { zone } = await this.settings.desk();
    await this.at(actor, id, async (tx, { held, row }) => {
      await this.writer.refuseStale(tx, held, version);
      if (held.state !== 'open') throw conflict('task.ended', 'This task has ended. Take it up again first.');
      if (forId !== held.forId) await this.writer.refuseFor(tx, held.inquiryId, forId);
      await tx.query(CHANGE, [id, this.writer.seal(row, id, { title }), due.dueOn, due.dueHour, same(held, due) ? held.dueAt : this.writer.time(due, zone), forId]);
      await this.writer.told(tx, actor, { ...held, forId }, 'changed');
    });
  }

  /** The same end again changes nothing. Throws 404, 412 with the task as it is now. */
  end(actor: Actor, id: string, { version, ...end }: Version<EndTask>): Promise<void> {
    return this.at(actor, id, async (tx, task) => {
      if (task.held.state === end.how) return;
      await this.writer.refuseStale(tx, task.held, version);
      await this.writer.end(tx, actor, task, end);
    });
  }

  /** Throws 404, 409 `task.closed`, 412 with the task as it is now. */
  reopen(actor: Actor, id: string, version: number): Promise<void> {
    return this.at(actor, id, async (tx, { held, row }) => {
      if (held.state === 'open') return;
      await this.writer.refuseStale(tx, held, version);
      if (!(await tx.query(HOLD_OPEN, [row.mergedInto ?? row.id])).length) throw conflict('task.closed', CLOSED);
      await tx.query(REOPEN, [id]);
      await this.writer.told(tx, actor, held, 'reopened');
    });
  }

  private async at(actor: Actor, id: string, work: (tx: Tx, task: TaskAt) => Promise<void>): Promise<void> {
    await this.db.as(actor, async (tx) => work(tx, await this.writer.held(tx, actor, id)));
    this.journal.nudge();
  }
}

/** A day that has passed since may stand: somebody only changes the words. */
const same = (held: HeldTask, due: TaskDue): boolean => held.dueOn === due.dueOn && held.dueHour === due.dueHour;
