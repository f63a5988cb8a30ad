import { Injectable } from '@nestjs/common';
import { conflict, invalid, notFound, violates, type Actor, type DeskError, type Tx } from '../../platform/index.js';
import type { TaskAtClosing } from './task.dto.js';
import { UNDECIDED_TASKS } from './task.sql.js';
import { TaskWriter } from './task-writer.js';

const open = (count?: number): DeskError => conflict('inquiry.tasks-open', 'A task is open. Say of each whether it is done, not needed, or kept for after closing.', count === undefined ? undefined : { tasks: count });
const UNDECIDED = `select ${UNDECIDED_TASKS} as count from intake.inquiry i where i.id = $1`;

/** The database's own refusal, of a task that was written at the same moment, as a sentence. */
export const overTasks = (error: unknown): unknown => (violates(error, 'inquiry_tasks_open') ? open() : error);

/** What becomes of the open tasks when their request is closed: nothing is lost unsaid. */
@Injectable()
export class TaskClosing {
  constructor(private readonly writer: TaskWriter) {}

  /** With the caller's transaction. Throws 409 `inquiry.tasks-open` while one is undecided, 412 for one that was changed since it was read, 422 with the field. */
  async decide(tx: Tx, actor: Actor, { inquiryId, tasks, zone }: { inquiryId: string; tasks: readonly TaskAtClosing[]; zone: string | null }): Promise<void> {
    for (const each of tasks.toSorted((a, b) => a.id.localeCompare(b.id))) await this.one(tx, actor, each, { inquiryId, zone }); // always in one order
    const [undecided] = await tx.query<{ count: number }>(UNDECIDED, [inquiryId]);
    if (undecided?.count) throw open(undecided.count);
  }

  private async one(tx: Tx, actor: Actor, { id, version, what, why, dueOn, dueHour }: TaskAtClosing, { inquiryId, zone }: { inquiryId: string; zone: string | null }): Promise<void> {
    const task = await this.writer.held(tx, actor, id);
    if (![task.row.id, task.row.mergedInto].includes(inquiryId)) throw notFound('task'); // of another request, which is not closed by this
    if (task.held.state === what) return;
    await this.writer.refuseStale(tx, task.held, version);
    if (what !== 'keep') return this.writer.end(tx, actor, task, { how: what, why });
    if (!dueOn) throw invalid([{ field: 'tasks.dueOn', code: 'dueOn.missing', detail: 'Choose a day for each task that you keep' }]);
    await this.writer.keep(tx, actor, task, { due: { dueOn, dueHour }, zone });
  }
}
