import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { read } from '../../api/api';
import { faultOf, problemOf } from '../../api/problem';
import type { ChangeTask, TakerView, TaskTimeView, TaskView } from '../../api/types';
import { Session } from '../../session/session';
import { BothValuesPart } from '../../ui/both-values';
import { Icon } from '../../ui/icon';
import { Meeting } from '../../ui/meeting';
import { newId } from '../../ui/new-id';
import { Pause } from '../../ui/pause';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { TaskStore } from './task-store';
import { timeWords, typedDue } from './task-words';

const READY = ['today', 'tomorrow', 'in 3 business days', 'next Monday'] as const;
interface Fields { title: string; when: string; forId: string }
const fieldsOf = (task: TaskView): Fields => ({ title: task.title, when: typedDue(task), forId: task.for?.id ?? '' });

/** What is to be done, by when in plain words, and by whom. Where somebody else changed it meanwhile, both values stand beside each other. */
@Component({
  selector: 'desk-task-sheet',
  imports: [BothValuesPart, Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet [heading]="base() ? 'Change a task' : 'A task'" (closed)="store.writing.set(null)">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save()">
        @if (meeting.open()) {<desk-both-values [taken]="meeting.taken()" [rows]="meeting.rows()" [picks]="meeting.picks()" [asked]="meeting.asked()" (picked)="pick($event)" />}
        <div class="field">
          <label for="task-title">What is to be done?</label>
          <input #title data-first id="task-title" class="input" maxlength="200" autocomplete="off" [value]="fields().title" (input)="write({ title: title.value })" [attr.aria-invalid]="titleFault() ? true : null" aria-describedby="task-title-said" />
          <p id="task-title-said" [class]="titleFault() ? 'fault' : 'hint'" aria-live="polite">@if (titleFault()) {<svg icon="alert"></svg>}{{ titleFault() || 'It is sealed with the request, and shows in the list of who does it.' }}</p>
        </div>
        <div class="field">
          <label for="task-when">By when?</label>
          <input #when id="task-when" class="input" maxlength="60" autocomplete="off" spellcheck="false" [value]="fields().when" (input)="say(when.value)" [attr.aria-invalid]="fault() ? true : null" aria-describedby="task-when-said" />
          <p id="task-when-said" [class]="fault() ? 'fault' : 'hint'" aria-live="polite">@if (fault()) {<svg icon="alert"></svg>}{{ said() }}</p>
        </div>
        <div class="acts" role="group" aria-label="Ready days">
          @for (each of ready; track each) {<button type="button" class="btn btn--small" [attr.aria-pressed]="fields().when === each" (click)="say(each)">{{ each }}</button>}
        </div>
        <div class="field">
          <label for="task-for">Who does it?</label>
          <select #who id="task-for" class="input" (change)="write({ forId: who.value })" [attr.aria-invalid]="whoFault() ? true : null">
            @for (each of people(); track each.id) {<option [value]="each.id" [selected]="each.id === fields().forId">{{ each.name }}</option>}
          </select>
          @if (whoFault(); as told) {<p class="fault" role="alert"><svg icon="alert"></svg>{{ told }}</p>}
        </div>
        @if (store.act.problem(); as told) {@if (!told.errors.length && !meeting.open()) {<desk-told [problem]="told" />}}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">{{ base() ? 'Change it' : 'Write it down' }}</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskSheet {
  private readonly me = inject(Session).me;
  private readonly sheet = viewChild.required(Sheet);
  private readonly titleBox = viewChild.required<ElementRef<HTMLInputElement>>('title');
  private readonly whenBox = viewChild.required<ElementRef<HTMLInputElement>>('when');
  private readonly pause = new Pause();
  /** Made once: a second try writes it once. */
  private readonly id = newId();
  protected readonly store = inject(TaskStore);
  protected readonly ready = READY;
  /** What is changed, as it was read last; null for a new one. */
  protected readonly base = linkedSignal<TaskView | null>(() => untracked(() => { const one = this.store.writing(); return one === 'new' ? null : one; }));
  protected readonly fields = signal<Fields>(this.begin());
  private readonly takers = read<TakerView[]>(() => '/queue/takers');
  protected readonly people = computed(() => {
    const mine = { id: this.me()?.id ?? '', name: 'I do it' };
    const all = [mine, { id: '', name: 'Whoever has the request' }, ...(this.takers.hasValue() ? this.takers.value() : []).filter(({ id }) => id !== mine.id)];
    const whose = this.base()?.for; // also who works on requests no more
    return whose && !all.some(({ id }) => id === whose.id) ? [...all, whose] : all;
  });
  protected readonly meeting = new Meeting<Fields>({
    fields: ['title', 'when', 'forId'],
    name: (field) => ({ title: 'What', when: 'By when', forId: 'Who' })[field],
    value: (field, from) => (field === 'forId' ? (this.people().find(({ id }) => id === from.forId)?.name ?? '') : from[field]),
  });
  private readonly time = signal<TaskTimeView | null>(null);
  private readonly unread = signal('');
  private readonly untitled = signal(false);
  protected readonly titleFault = computed(() => (this.untitled() ? 'Say what is to be done.' : (faultOf(this.store.act.problem(), 'title') ?? '')));
  protected readonly whoFault = computed(() => faultOf(this.store.act.problem(), 'forId'));
  protected readonly fault = computed(() => this.unread() || faultOf(this.store.act.problem(), 'dueOn') || faultOf(this.store.act.problem(), 'dueHour') || '');
  protected readonly said = computed(() => {
    const time = this.time();
    return this.fault() || (time ? timeWords(time) : 'Such as “tomorrow 9”, “Dec 3 at 2 pm”, “in 3 business days”.');
  });

  constructor() {
    this.store.act.problem.set(null);
    void this.readBack();
  }

  protected write(part: Partial<Fields>): void {
    this.fields.update((fields) => ({ ...fields, ...part }));
    this.untitled.set(false);
    this.store.act.problem.set(null);
  }

  protected say(when: string): void {
    this.write({ when });
    this.unread.set('');
    this.time.set(null);
    if (when.trim()) this.pause.before(() => void this.readBack());
  }

  protected pick({ field, whose }: { field: string; whose: 'theirs' | 'yours' }): void {
    this.write(this.meeting.pick(field, whose));
    this.time.set(null);
    void this.readBack();
  }

  protected async save(): Promise<void> {
    const body = this.undecided() ? null : await this.asked();
    if (!body) return;
    const task = this.base();
    const done = await (task ? this.store.change(task, task.version, body) : this.store.make({ id: this.id, ...body }));
    if (done) this.sheet().close();
    else if (task) this.meet(task);
  }

  private undecided(): boolean {
    return this.meeting.open() && !this.meeting.decided();
  }

  /** What is written; null where something is missing, which the field says. */
  private async asked(): Promise<ChangeTask | null> {
    const { title, forId } = this.fields();
    this.untitled.set(!title.trim());
    const due = this.untitled() ? null : (this.time() ?? (await this.readBack()));
    if (due) return { title: title.trim(), dueOn: due.dueOn, dueHour: due.dueHour, forId: forId || null };
    (this.untitled() ? this.titleBox() : this.whenBox()).nativeElement.focus();
    return null;
  }

  private begin(): Fields {
    const task = untracked(() => this.store.writing());
    return task && task !== 'new' ? fieldsOf(task) : { title: '', when: 'today', forId: untracked(() => this.me()?.id ?? '') };
  }

  private meet(base: TaskView): void {
    const since = this.store.act.problem()?.extra['since'] as TaskView | undefined;
    if (!since) return;
    this.base.set(since);
    if (since.state !== 'open') return;
    this.fields.set(this.meeting.begin(fieldsOf(base), this.fields(), fieldsOf(since)));
    this.time.set(null);
    void this.readBack();
  }

  /** Answers what the words say, or says what to write. */
  private async readBack(): Promise<TaskTimeView | null> {
    const words = this.fields().when;
    const found = await this.store.time(words).catch((error: unknown) => problemOf(error));
    if (words !== this.fields().when) return null;
    if ('dueOn' in found) this.time.set(found);
    else this.unread.set(found.errors[0]?.detail ?? found.title);
    return this.time();
  }
}
