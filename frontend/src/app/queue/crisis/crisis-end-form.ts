import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, inject, input, output, signal } from '@angular/core';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { CrisisStore } from './crisis-store';
import { ENDS, RESCUES, type CrisisEnd, type Rescue } from './crisis-words';

/** How a crisis ended, and whether rescue got there. */
@Component({
  selector: 'desk-crisis-end-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form ask-in" aria-label="End the crisis record" novalidate (submit)="$event.preventDefault(); save()">
      <fieldset class="choices">
        <legend class="label">How did it end?</legend>
        @for (each of ends; track each.code) {
          <label class="tick"><input type="radio" name="crisis-end" [checked]="result() === each.code" (change)="result.set(each.code)" />{{ each.name }}</label>
        }
        @if (missing() && !result()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose how it ended.</p>}
      </fieldset>
      <fieldset class="choices">
        <legend class="label">Did rescue get there?</legend>
        @for (each of rescues; track each.code) {
          <label class="tick"><input type="radio" name="crisis-rescue" [checked]="rescue() === each.code" (change)="rescue.set(each.code)" />{{ each.name }}</label>
        }
        @if (missing() && !rescue()) {<p class="fault" role="alert"><svg icon="alert"></svg>Say whether rescue got there.</p>}
      </fieldset>
      @if (store.act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">End it</button><button type="button" class="btn" (click)="closed.emit(false)">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit(false)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisEndForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(CrisisStore);
  /** What was typed into the record: it goes with its end. */
  readonly typed = input.required<string>();
  /** Whether it has ended. */
  readonly closed = output<boolean>();
  protected readonly ends = ENDS;
  protected readonly rescues = RESCUES;
  protected readonly result = signal<CrisisEnd | null>(null);
  protected readonly rescue = signal<Rescue | null>(null);
  protected readonly missing = signal(false);

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }

  protected async save(): Promise<void> {
    const [result, rescue] = [this.result(), this.rescue()];
    if (!result || !rescue) return this.missing.set(true);
    if (await this.store.end({ result, rescue, words: this.typed().trim() || null })) this.closed.emit(true);
  }
}
