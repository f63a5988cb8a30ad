import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, inject, input, output, signal } from '@angular/core';
import type { DecideAdvocacy, OnBehalfView } from '../../api/types';
import { Choices } from '../../ui/choices';
import { Told } from '../../ui/told';
import { OnBehalfStore } from './on-behalf-store';
import { DECISIONS, pendingWords } from './on-behalf-words';

/** What became of something that was asked for the person and not decided at once. */
@Component({
  selector: 'desk-decide-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'What was decided: ' + pendingWords(entry())" novalidate (submit)="$event.preventDefault(); save(words.value)">
      <desk-choices asks="What did they decide?" [choices]="decisions" [(chosen)]="decision" [fault]="missing() && !decision() ? 'Choose what they decided.' : ''" />
      <div class="field"><label [for]="'decide-words-' + entry().id">Words (optional)</label><textarea #words [id]="'decide-words-' + entry().id" class="area" rows="2" maxlength="10000"></textarea></div>
      @if (store.act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideForm {
  protected readonly store = inject(OnBehalfStore);
  readonly entry = input.required<OnBehalfView>();
  readonly closed = output();
  protected readonly decisions = DECISIONS;
  protected readonly pendingWords = pendingWords;
  protected readonly decision = signal<DecideAdvocacy['decision'] | null>(null);
  protected readonly missing = signal(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    this.store.act.problem.set(null);
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  protected async save(words: string): Promise<void> {
    const decision = this.decision();
    if (!decision) return this.missing.set(true);
    if (await this.store.decide(this.entry(), { decision, words: words.trim() || null })) this.closed.emit();
  }
}
