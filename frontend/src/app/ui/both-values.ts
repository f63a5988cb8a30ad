import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, output } from '@angular/core';
import { Icon } from './icon';

/** One field that two people changed, in words. */
export interface BothValues { field: string; name: string; theirs: string; yours: string }

/** Two people on one form: what the other one saved beside what is written here. Nothing is saved before each is picked. */
@Component({
  selector: 'desk-both-values',
  imports: [Icon],
  template: `
    <div class="tell tell--caution" role="alert"><svg icon="alert"></svg><span><b>Somebody saved this while you wrote.</b>&ngsp;
      @if (taken().length) {Taken in, as you had not touched it: {{ taken().join(', ') }}. }
      @if (rows().length) {Pick what is right, then save.} @else {Nothing of yours is lost. Look at it, and save again.}</span></div>
    @for (row of rows(); track row.field) {
      <fieldset class="both-values">
        <legend>{{ row.name }}</legend>
        <label class="tick"><input type="radio" [name]="'both-' + row.field" [checked]="picks()[row.field] === 'theirs'" (change)="picked.emit({ field: row.field, whose: 'theirs' })" /><span><b>Theirs</b> <span class="pre">{{ row.theirs }}</span></span></label>
        <label class="tick"><input type="radio" [name]="'both-' + row.field" [checked]="picks()[row.field] === 'yours'" (change)="picked.emit({ field: row.field, whose: 'yours' })" /><span><b>Yours</b> <span class="pre">{{ row.yours }}</span></span></label>
      </fieldset>
    }
    @if (missing()) {<p class="fault">{{ missing() }}</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BothValuesPart {
  readonly taken = input<readonly string[]>([]);
  readonly rows = input.required<readonly BothValues[]>();
  readonly picks = input.required<Readonly<Record<string, 'theirs' | 'yours' | undefined>>>();
  /** Somebody wanted to save before all were picked. */
  readonly asked = input(false);
  readonly picked = output<{ field: string; whose: 'theirs' | 'yours' }>();
  protected readonly missing = computed(() => (this.asked() && this.rows().some(({ field }) => !this.picks()[field]) ? 'Pick one of the two for each field first.' : ''));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.scrollIntoView({ block: 'center' })); // who pressed Save may be far from here
  }
}
