import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import { urgencyOf } from './words';

/** Icon + word + colour. */
@Component({
  selector: 'desk-urgency',
  imports: [Icon],
  template: '<svg [icon]="urgency().icon"></svg><span class="word">{{ urgency().name }}</span>',
  host: { '[class]': '"chip " + urgency().look' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UrgencyChip {
  readonly priority = input.required<number>();
  protected readonly urgency = computed(() => urgencyOf(this.priority()));
}
