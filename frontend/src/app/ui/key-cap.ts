import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Keys } from './keys';

/** A key as it is pressed, whichever somebody chose for it; nothing while keys are off. */
@Component({
  selector: 'kbd[of]',
  template: `{{ keys.shown(of()) }}`,
  host: { class: 'key', '[hidden]': '!keys.on()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyCap {
  readonly of = input.required<string>();
  protected readonly keys = inject(Keys);
}
