import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials } from './words';

/** A colleague as two letters, named for who cannot see them. */
@Component({
  selector: 'desk-person',
  template: '{{ letters() }}',
  host: { role: 'img', '[class]': 'me() ? "who who--me" : "who"', '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Person {
  readonly name = input.required<string>();
  readonly me = input(false);
  protected readonly letters = computed(() => initials(this.name()));
  protected readonly label = computed(() => (this.me() ? `You, ${this.name()}` : `With ${this.name()}`));
}
