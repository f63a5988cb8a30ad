import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Db, forbidden, type Actor } from '../../platform/index.js';
import { Inquiries } from '../inquiries.service.js';
import { supervises } from '../queue.service.js';
import type { OpenTaskView, ReadTasks, TaskView } from './task.dto.js';
import { TaskReader } from './task-reader.js';

/** Tasks as they are read: of a request, or of somebody of the team. What was sealed is opened, so each reading is in the audit. */
@Injectable()
export class TaskLists {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly reader: TaskReader,
  ) {}

  /** Of one request, and of what was merged into it. Throws 404 like `visible`. */
  async of(actor: Actor, inquiryId: string): Promise<TaskView[]> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'task.keep', inquiryId);
      const tasks = await this.reader.of(tx, inquiryId);
      if (tasks.length) await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: inquiryId, fields: ['tasks'] });
      return tasks;
    });
  }

  /** Somebody's open ones, soonest first. Throws 403 where a colleague's are asked for by who does not supervise. */
  async open(actor: Actor, { of = actor.id ?? undefined }: ReadTasks): Promise<OpenTaskView[]> {
    if (of !== actor.id && !supervises(actor)) throw forbidden('task.colleague');
    return this.db.as(actor, async (tx) => {
      const tasks = await this.reader.open(tx, { of: of ?? null, restricted: actor.restricted });
      if (tasks.length) await this.audit.record(tx, actor, { act: 'task.work', object: 'account', objectId: of ?? '', fields: ['tasks'] });
      return tasks;
    });
  }
}
