import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { read } from '../api/api';
import type { EntryView, StepView } from '../api/match-types';
import { faultOf } from '../api/problem';
import { LexiconStore } from './lexicon-store';
import { languageOf, stepOf, whoseOf } from './lexicon-words';

/** One line, and what may be done to it. */
@Component({
  selector: 'desk-entry-row',
  template: `
    <p class="lexicon-line"><b class="lexicon-pattern">{{ line().pattern }}</b>&ngsp;<span class="lexicon-says">{{ line().says }}</span>@if (line().off) {&ngsp;<span class="chip">Off</span>}</p>
    <p class="hint">{{ language(line().language) }} · <span class="num">{{ line().weight }}</span>@if (line().productWeight; as own) {<span class="num"> instead of {{ own }}</span>} · {{ whose(line()) }}@if (line().note; as note) { · “{{ note }}”}</p>
    <p class="import-acts">
      @if (may('change') || may('weigh')) {<button type="button" class="btn btn--small" [id]="'change-' + line().id" [attr.aria-label]="'Change “' + line().pattern + '”'" (click)="store.edit(line())">Change</button>}
      @if (may('switch-off')) {<button type="button" class="btn btn--small" [attr.aria-label]="'Switch off “' + line().pattern + '”'" (click)="off()">Switch off</button>}
      @if (may('switch-on')) {<button type="button" class="btn btn--small" [attr.aria-label]="'Switch on “' + line().pattern + '”'" (click)="store.switch(line(), false)">Switch on</button>}
      @if (may('delete')) {<button type="button" class="btn btn--small" [attr.aria-label]="'Delete “' + line().pattern + '”'" (click)="store.delete(line())">Delete</button>}
      @if (may('undo')) {<button type="button" class="btn btn--small" [attr.aria-label]="'Take back the last change of “' + line().pattern + '”'" (click)="store.undo(line())">Take back</button>}
      @if (line().changedAt) {<button type="button" class="link" [attr.aria-expanded]="open()" [attr.aria-label]="'History of “' + line().pattern + '”'" (click)="open.set(!open())">History</button>}
    </p>
    @if (asksWhy()) {
      <form class="import-acts" (submit)="$event.preventDefault(); silence(why.value)">
        <div class="field"><label [attr.for]="'why-' + line().id">Why is it switched off? It is heard as danger or as a heavy heart.</label><input #why [id]="'why-' + line().id" class="input" maxlength="500" required />@if (missing()) {<b class="hint lexicon-fault" role="alert">{{ missing() }}</b>}</div>
        <button class="btn">Switch it off</button><button type="button" class="btn" (click)="asksWhy.set(false)">Leave it on</button>
      </form>
    }
    @if (open()) {<ol class="meaning-steps" [attr.aria-label]="'What was done to “' + line().pattern + '”'">@for (step of steps(); track step.id) {<li [class.muted]="step.undone">{{ told(step) }}@if (step.undone) {<span class="hint"> (taken back)</span>}</li>} @empty {<li class="muted">Nothing was done to it here.</li>}</ol>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryRow {
  readonly line = input.required<EntryView>();
  protected readonly store = inject(LexiconStore);
  protected readonly open = signal(false);
  protected readonly asksWhy = signal(false);
  protected readonly missing = signal('');
  private readonly history = read<StepView[]>(() => (this.open() ? `/lexicon/lines/${this.line().id}/history` : undefined));
  protected readonly steps = computed(() => (this.history.hasValue() ? this.history.value() : []));
  protected readonly language = languageOf;
  protected readonly whose = whoseOf;
  protected readonly told = stepOf;

  protected may(action: EntryView['actions'][number]): boolean {
    return this.line().actions.includes(action);
  }

  /** What raises an alarm is switched off with a reason: the server knows which lines do. */
  protected async off(): Promise<void> {
    if ((await this.store.switch(this.line(), true)) || !faultOf(this.store.act.problem(), 'note')) return;
    this.store.act.problem.set(null);
    this.asksWhy.set(true);
  }

  protected async silence(why: string): Promise<void> {
    if (!(await this.store.switch(this.line(), true, why.trim()))) this.missing.set(faultOf(this.store.act.problem(), 'note') ?? '');
    else this.asksWhy.set(false);
  }
}
