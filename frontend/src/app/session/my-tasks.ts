import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { Api } from '../api/api';
import { Live, type DeskEvent } from '../api/live';
import { moved } from '../api/read-live';
import type { EndTask, OpenTaskView, TaskView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Now } from '../ui/now';
import { Session } from './session';

/** What moves a task from one to another. */
export const MOVES_TASKS = /^inquiry\.(task-|assign|claimed|released|restored|closed|merged|unmerged|erase)/;

/** The open tasks of whoever is signed in, on every screen: the clock here says when their time has come. */
@Injectable({ providedIn: 'root' })
export class MyTasks {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  readonly list = signal<readonly OpenTaskView[]>([]);
  readonly known = signal(false);
  /** Their time has come, soonest first. */
  readonly due = computed(() => this.list().filter(({ dueAt }) => Date.parse(dueAt) <= this.now().getTime()));
  private readonly dueCount = computed(() => this.due().length);

  constructor() {
    inject(Live).events.pipe(filter(({ type, body }) => type === 'inquiry.task-made' && body['forId'] === this.me() && body['actorId'] !== this.me()), takeUntilDestroyed()).subscribe(({ body }) => this.announcer.say(`${typeof body['actorName'] === 'string' ? body['actorName'] : 'A colleague'} gave you a task.`));
    moved((event) => this.concerns(event)).subscribe(() => void this.read());
    effect(() => {
      const me = this.me();
      untracked(() => { this.list.set([]); this.known.set(false); if (me) void this.read(); }); // nobody sees what was there for who was here before
    });
    let before: number | null = null;
    effect(() => {
      const [known, count] = [this.known(), this.dueCount()];
      untracked(() => { if (known && before !== null && count > before) this.announcer.say('A task is due.'); });
      before = known ? count : null;
    });
  }

  async read(): Promise<void> {
    if (!this.session.may('task.work')) return;
    const me = this.me();
    const list = await this.api.get<OpenTaskView[]>('/tasks').catch(() => null);
    if (!list || me !== this.me()) return;
    this.list.set(list);
    this.known.set(true);
  }

  /** Throws what the server says of it. Read again also when it was refused: somebody may have been quicker. */
  async end({ id, version }: TaskView, body: EndTask): Promise<void> {
    await this.api.post(`/tasks/${id}/end`, body, { version }).finally(() => void this.read());
  }

  /** Of one that was just ended: its version is one more than what was read. */
  async takeUp({ id }: TaskView, version: number): Promise<void> {
    await this.api.post(`/tasks/${id}/reopen`, {}, { version }).finally(() => void this.read());
  }

  /** Of a busy desk each screen reads anew what may be in its own list: each reading is written down. A claim of somebody else's moves none of it but who has a request that nobody had. */
  private concerns({ type, body }: DeskEvent): boolean {
    const mine = body['actorId'] === this.me();
    if (type === 'inquiry.claimed') return mine || this.list().some(({ owner }) => !owner);
    if (!type.startsWith('inquiry.task-')) return MOVES_TASKS.test(type);
    return !body['forId'] || body['forId'] === this.me() || this.list().some(({ id }) => id === body['taskId']);
  }

  private me(): string | undefined {
    return this.session.me()?.id;
  }
}
