import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, Config, invalid, notFound, Sealer, stale, type Actor, type Tx } from '../../platform/index.js';
import { dueAt, type TaskDue, type TaskEnd, type TaskState } from '../domain/task.js';
import { Inquiries, isRestricted, type OpenInquiry } from '../inquiries.service.js';
import { END, HELD_TASK, KEEP, MAY_DO } from './task.sql.js';
import { TaskReader, taskWords } from './task-reader.js';

/** A task under the hand: locked. */
export interface HeldTask extends TaskDue {
  id: string;
  inquiryId: string;
  forId: string | null;
  state: TaskState;
  version: number;
  dueAt: Date;
}
/** A task with the request that its words are sealed with. */
export interface TaskAt {
  held: HeldTask;
  row: OpenInquiry;
}
type Deed = 'made' | 'changed' | 'done' | 'not-needed' | 'reopened' | 'kept';

/** What is done to one task, with the caller's transaction. */
@Injectable()
export class TaskWriter {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly sealer: Sealer,
    private readonly inquiries: Inquiries,
    private readonly reader: TaskReader,
  ) {}

  /** Whoever may work on its request, and whom it is for. Missing and foreign answer the same 404. */
  async held(tx: Tx, actor: Actor, id: string): Promise<TaskAt> {
    const [held] = await tx.query<HeldTask>(HELD_TASK, [id]);
    if (!held) throw notFound('task');
    const row = await this.inquiries.findOpen(tx, held.inquiryId);
    const theirs = held.forId === actor.id && row && !row.eraseAfter && (actor.restricted || !isRestricted(row));
    return { held, row: theirs ? row : await this.inquiries.visible(tx, actor, 'task.keep', held.inquiryId) };
  }

  /** Throws 412 with the task as it stands now. */
  async refuseStale(tx: Tx, held: HeldTask, version: number): Promise<void> {
    if (held.version !== version) throw stale('task', await this.reader.one(tx, held.id));
  }

  /** Throws 422 that names day or hour. */
  time(due: TaskDue, zone: string | null): Date {
    const found = dueAt(due, zone ?? 'UTC', this.clock.now());
    if ('at' in found) return found.at;
    const { field, code, say } = found.fault;
    throw invalid([{ field, code: `${field}.${code}`, detail: say }]);
  }

  /** Throws 422 for a colleague who cannot do it. */
  async refuseFor(tx: Tx, inquiryId: string, forId: string | null): Promise<void> {
    if (!forId || (await tx.query(MAY_DO, [forId, this.config.demo, inquiryId])).length) return;
    throw invalid([{ field: 'forId', code: 'forId.cannot', detail: 'Choose a colleague who works on requests, may open this one and does not know the person' }]);
  }

  seal(row: OpenInquiry, id: string, { title, why }: { title?: string; why?: string | null }): Buffer | null {
    return title === undefined ? this.sealer.sealWords(row, why, taskWords('why', id)) : this.sealer.sealWords(row, title, taskWords('title', id));
  }

  async end(tx: Tx, actor: Actor, { held, row }: TaskAt, { how, why }: { how: TaskEnd; why: string | null }): Promise<void> {
    await tx.query(END, [held.id, how, how === 'not-needed' ? this.seal(row, held.id, { why }) : null, actor.id, this.clock.now()]);
    await this.told(tx, actor, held, how);
  }

  /** It goes on when its request is closed. */
  async keep(tx: Tx, actor: Actor, { held }: TaskAt, { due, zone }: { due: TaskDue; zone: string | null }): Promise<void> {
    await tx.query(KEEP, [held.id, due.dueOn, due.dueHour, this.time(due, zone)]);
    await this.told(tx, actor, held, 'kept');
  }

  /** Who and when; what it is about stands in the task alone: events and audit outlive the person's erasing. */
  async told(tx: Tx, actor: Actor, { id, inquiryId, forId }: Pick<HeldTask, 'id' | 'inquiryId' | 'forId'>, deed: Deed): Promise<void> {
    await this.journal.record(tx, actor, { type: `inquiry.task-${deed}`, subject: inquiryId, body: { taskId: id, forId } }, { act: 'task.keep', object: 'task', objectId: id, fields: [deed] });
  }
}
