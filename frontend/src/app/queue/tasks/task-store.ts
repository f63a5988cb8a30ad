import { Injectable, computed, inject, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api, failure, kept, read } from '../../api/api';
import type { ChangeTask, MakeTask, TaskTimeView, TaskView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { InquiryStore } from '../inquiry-store';

/** The tasks on the open request, with those of what was merged into it. */
@Injectable()
export class TaskStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly inquiry = inject(InquiryStore);
  readonly act = new Act();
  /** What is being written: a new one, or a change of this one. */
  readonly writing = signal<TaskView | 'new' | null>(null);
  /** New ones are written in a request that somebody has. */
  readonly may = computed(() => this.inquiry.may('task'));
  private readonly path = (): string | undefined => this.inquiry.readable('/tasks');
  private readonly reading = read<TaskView[]>(this.path);
  private readonly view = kept<TaskView[]>(this.path, this.reading);
  readonly problem = failure(this.reading);
  readonly all = computed<readonly TaskView[]>(() => this.view() ?? []);
  readonly known = computed(() => this.view() !== undefined);
  readonly open = computed(() => this.all().filter(({ state }) => state === 'open'));
  readonly ended = computed(() => this.all().filter(({ state }) => state !== 'open'));

  constructor() {
    this.inquiry.alsoReload(() => this.reading.reload());
  }

  /** What the words say; throws what the server says of them. */
  time(words: string): Promise<TaskTimeView> {
    return this.api.post<TaskTimeView>('/task-times', { words });
  }

  make(body: MakeTask): Promise<boolean> {
    return this.does(() => this.api.post(this.inquiry.at('/tasks'), body), 'The task is written down.');
  }

  change({ id }: TaskView, version: number, body: ChangeTask): Promise<boolean> {
    return this.does(() => this.api.put(`/tasks/${id}`, body, { version }), 'The task is changed.');
  }

  reload(): void {
    this.inquiry.reload();
  }

  private async does(work: () => Promise<unknown>, said: string): Promise<boolean> {
    const done = await this.act.run(work);
    if (done) this.announcer.say(said);
    this.reload();
    return done;
  }
}
