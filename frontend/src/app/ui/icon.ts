import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons';

/** An outline beside a word. Never alone: the word, or a label on the control, says what it means. */
@Component({
  selector: 'svg[icon]',
  template: '<svg:path [attr.d]="path()" />',
  host: { class: 'i', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly icon = input.required<IconName>();
  protected readonly path = computed(() => ICONS[this.icon()]);
}
