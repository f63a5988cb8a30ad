import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, inject, input, output, signal } from '@angular/core';
import { Choices } from '../../ui/choices';
import { Told } from '../../ui/told';
import { CrisisStore } from './crisis-store';
import { ENDS, RESCUES, type CrisisEnd, type Rescue } from './crisis-words';

/** How a crisis ended, and whether rescue got there. */
@Component({
  selector: 'desk-crisis-end-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form ask-in" aria-label="End the crisis record" novalidate (submit)="$event.preventDefault(); save()">
      <desk-choices asks="How did it end?" [choices]="ends" [(chosen)]="result" [fault]="missing() && !result() ? 'Choose how it ended.' : ''" />
      <desk-choices asks="Did rescue get there?" [choices]="rescues" [(chosen)]="rescue" [fault]="missing() && !rescue() ? 'Say whether rescue got there.' : ''" />
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
