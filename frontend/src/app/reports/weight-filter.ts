import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { Keys } from '../ui/keys';
import { OrderingStore } from './ordering-store';

/** Finds numbers by words of their name and of what they do. */
@Component({
  selector: 'desk-weight-filter',
  template: `
    <div class="field" role="search" [attr.aria-label]="label()">
      <label [for]="id() + '-box'">Find a number, by what it is called or does</label>
      <input #box [id]="id() + '-box'" type="search" class="input" maxlength="60" autocomplete="off" aria-keyshortcuts="/" [attr.aria-describedby]="id() + '-count'" [value]="store.words()" (input)="store.words.set(box.value)" />
      <p class="hint num" role="status" [id]="id() + '-count'">{{ told() }}</p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeightFilter {
  readonly id = input.required<string>();
  /** Whose numbers these are. */
  readonly label = input.required<string>();
  readonly found = input.required<number>();
  protected readonly store = inject(OrderingStore);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly told = computed(() => {
    const all = this.store.view()?.weights.length ?? 0;
    return this.found() === all ? `${all} numbers` : `${this.found()} of ${all} numbers`;
  });

  constructor() {
    const remove = inject(Keys).add({ key: '/', does: 'find a number of the order', also: ['search', 'weight', 'filter'], press: () => this.box().nativeElement.focus() });
    inject(DestroyRef).onDestroy(remove);
  }
}
