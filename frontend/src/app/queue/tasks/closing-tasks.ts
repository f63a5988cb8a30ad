import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import type { TaskAtClosing, TaskView } from '../../api/types';
import { Choices, type Choice } from '../../ui/choices';
import { Now } from '../../ui/now';
import { today } from '../../ui/time';
import { timeWords } from './task-words';

type What = TaskAtClosing['what'];
interface Said { what: What | null; why: string; dueOn: string }
const WAYS: readonly Choice<What>[] = [{ code: 'done', name: 'Done' }, { code: 'not-needed', name: 'Not needed' }, { code: 'keep', name: 'Keep it for after closing' }];

/** What becomes of each open task when its request is closed. Nothing is preset. */
@Component({
  selector: 'desk-closing-tasks',
  imports: [Choices],
  template: `
    <form class="small-form" aria-label="What becomes of the tasks?" novalidate (submit)="$event.preventDefault(); close()">
      <p><b>{{ tasks().length === 1 ? 'A task is open.' : tasks().length + ' tasks are open.' }}</b> Say what becomes of {{ tasks().length === 1 ? 'it' : 'each' }}.</p>
      @for (task of tasks(); track task.id) {
        <desk-choices [asks]="task.title" [aside]="time(task)" [choices]="ways" [chosen]="saidOf(task).what" (chosenChange)="say(task, { what: $event })" [fault]="missing() ? fault(task) : ''">
          <ng-template>
            @if (saidOf(task).what === 'not-needed') {<div class="ask-in"><div class="field"><label [for]="'closing-why-' + task.id">Why? (optional)</label><input #why class="input" [id]="'closing-why-' + task.id" maxlength="200" autocomplete="off" [value]="saidOf(task).why" (input)="say(task, { why: why.value })" /></div></div>}
            @if (saidOf(task).what === 'keep') {<div class="ask-in"><div class="field when"><label [for]="'closing-day-' + task.id">By which day?</label><input #day type="date" class="input" [id]="'closing-day-' + task.id" [min]="here()" [value]="saidOf(task).dueOn" (input)="say(task, { dueOn: day.value })" /></div></div>}
          </ng-template>
        </desk-choices>
      }
      <ng-content />
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="busy() ? true : null">Close the request</button><button type="button" class="btn" (click)="left.emit()">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); left.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosingTasks {
  private readonly now = inject(Now).value;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly tasks = input.required<readonly TaskView[]>();
  readonly busy = input(false);
  readonly decided = output<TaskAtClosing[]>();
  readonly left = output();
  protected readonly ways = WAYS;
  protected readonly time = timeWords;
  protected readonly here = computed(() => today(this.now()));
  private readonly said = signal<Readonly<Record<string, Said>>>({});
  protected readonly missing = signal(false);

  constructor() {
    afterNextRender(() => this.host.querySelector('input')?.focus());
  }

  protected saidOf({ id, dueOn }: TaskView): Said {
    return this.said()[id] ?? { what: null, why: '', dueOn: dueOn < this.here() ? this.here() : dueOn };
  }

  protected say(task: TaskView, part: Partial<Said>): void {
    this.said.update((all) => ({ ...all, [task.id]: { ...this.saidOf(task), ...part } }));
  }

  protected fault(task: TaskView): string {
    const { what, dueOn } = this.saidOf(task);
    if (!what) return 'Choose what becomes of it.';
    return what === 'keep' && (!dueOn || dueOn < this.here()) ? 'Choose today or a later day.' : '';
  }

  protected close(): void {
    const open = this.tasks();
    this.missing.set(open.some((task) => this.fault(task)));
    if (this.missing()) return void setTimeout(() => this.host.querySelector<HTMLElement>('.fault')?.closest('fieldset')?.querySelector('input')?.focus());
    this.decided.emit(open.map((task) => this.decision(task)));
  }

  /** The hour stays with its day. */
  private decision(task: TaskView): TaskAtClosing {
    const { what, why, dueOn } = this.saidOf(task);
    const hour = what === 'keep' && dueOn === task.dueOn && Date.parse(task.dueAt) > this.now().getTime() ? task.dueHour : null;
    return { id: task.id, version: task.version, what: what ?? 'keep', why: what === 'not-needed' ? why.trim() || null : null, ...(what === 'keep' && { dueOn }), dueHour: hour };
  }
}
