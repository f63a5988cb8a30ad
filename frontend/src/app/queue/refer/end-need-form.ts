import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, inject, input, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { NeedView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { END_WORDS, OUTCOMES, REASONS_OF, type EndReason, type NeedOutcome } from './need-words';
import { ReferStore } from './refer-store';

/** How a need ends, and why. Nothing is preset. */
@Component({
  selector: 'desk-end-need-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'End: ' + name()" novalidate (submit)="$event.preventDefault(); save()">
      <fieldset class="choices">
        <legend class="label">How does “{{ name() }}” end?</legend>
        @for (each of outcomes; track each.code) {
          <label class="tick"><input type="radio" [name]="'outcome-' + need().id" [value]="each.code" [checked]="outcome() === each.code" (change)="choose(each.code)" />{{ each.name }}</label>
          @if (outcome() === each.code) {
            <fieldset class="ask-in choices">
              <legend class="label">Why?</legend>
              @for (code of reasonsOf[each.code]; track code) {
                <label class="tick"><input type="radio" [name]="'reason-' + need().id" [value]="code" [checked]="reason() === code" (change)="reason.set(code)" />{{ words[code] }}</label>
              }
              @if (missing() && !reason()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose one reason.</p>}
            </fieldset>
          }
        }
        @if (missing() && !outcome()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose how it ends.</p>}
      </fieldset>
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
  protected readonly reasonsOf = REASONS_OF;
  protected readonly words = END_WORDS;
  protected readonly act = new Act();
  protected readonly outcome = signal<NeedOutcome | null>(null);
  protected readonly reason = signal<EndReason | null>(null);
  protected readonly missing = signal(false);

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }

  protected choose(outcome: NeedOutcome): void {
    this.outcome.set(outcome);
    this.reason.set(null);
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
