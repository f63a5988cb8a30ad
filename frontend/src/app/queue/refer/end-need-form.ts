import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { NeedView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Choices } from '../../ui/choices';
import { Told } from '../../ui/told';
import { END_WORDS, OUTCOMES, REASONS_OF, type EndReason, type NeedOutcome } from './need-words';
import { ReferStore } from './refer-store';

/** How a need ends, and why. Nothing is preset. */
@Component({
  selector: 'desk-end-need-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'End: ' + name()" novalidate (submit)="$event.preventDefault(); save()">
      <desk-choices [asks]="'How does “' + name() + '” end?'" [choices]="outcomes" [(chosen)]="outcome" [fault]="missing() && !outcome() ? 'Choose how it ends.' : ''">
        <ng-template><desk-choices inset asks="Why?" [choices]="reasons()" [(chosen)]="reason" [fault]="missing() && !reason() ? 'Choose one reason.' : ''" /></ng-template>
      </desk-choices>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">End this need</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndNeedForm {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly need = input.required<NeedView>();
  readonly name = input.required<string>();
  readonly closed = output();
  protected readonly outcomes = OUTCOMES;
  protected readonly act = new Act();
  protected readonly outcome = signal<NeedOutcome | null>(null);
  /** Another outcome has other reasons. */
  protected readonly reason = linkedSignal<NeedOutcome | null, EndReason | null>({ source: this.outcome, computation: () => null });
  protected readonly reasons = computed(() => {
    const outcome = this.outcome();
    return outcome ? REASONS_OF[outcome].map((code) => ({ code, name: END_WORDS[code] })) : [];
  });
  protected readonly missing = signal(false);

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }

  protected async save(): Promise<void> {
    const outcome = this.outcome();
    const reason = this.reason();
    if (!outcome || !reason) return this.missing.set(true);
    if (!(await this.act.run(() => this.store.endNeed(this.need(), { outcome, reason })))) return;
    this.announcer.say(`${this.name()} has ended.`);
    this.closed.emit();
  }
}
