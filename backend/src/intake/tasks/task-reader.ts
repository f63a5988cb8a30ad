import { Injectable } from '@nestjs/common';
import { Sealer, type Place, type Tx } from '../../platform/index.js';
import type { OpenTaskView, TaskView } from './task.dto.js';
import { OPEN_TASKS, TASK, TASKS_OF } from './task.sql.js';

type Sealed<View> = Omit<View, 'title' | 'why'> & { inquiryId: string; title: Buffer; why: Buffer | null; dataKey: Buffer };
/** Where a task's words are sealed. */
export const taskWords = (column: 'title' | 'why', row: string): Place => ({ table: 'intake.task', column, row });

/** Tasks with their words, each opened with the key of the request in which it was written. */
@Injectable()
export class TaskReader {
  constructor(private readonly sealer: Sealer) {}

  async of(tx: Tx, inquiryId: string): Promise<TaskView[]> {
    return (await tx.query<Sealed<TaskView>>(TASKS_OF, [inquiryId])).map((row) => this.opened(row));
  }

  async one(tx: Tx, id: string): Promise<TaskView | undefined> {
    const [row] = await tx.query<Sealed<TaskView>>(TASK, [id]);
    return row && this.opened(row);
  }

  /** Of one account, as somebody reads them. */
  async open(tx: Tx, { of, restricted }: { of: string | null; restricted: boolean }): Promise<OpenTaskView[]> {
    return (await tx.query<Sealed<OpenTaskView>>(OPEN_TASKS, [of, restricted])).map((row) => this.opened(row));
  }

  private opened<View>({ dataKey, ...row }: Sealed<View> & { id: string }): View {
    const owner = { id: row.inquiryId, dataKey };
    return { ...row, title: this.sealer.openWords(owner, row.title, taskWords('title', row.id)) ?? '', why: this.sealer.openWords(owner, row.why, taskWords('why', row.id)) } as View;
  }
}
