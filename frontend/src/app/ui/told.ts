import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from './icon';

/** What the API says about a refusal. */
export interface Refusal { title: string; errors: readonly { field: string; detail?: string }[] }

/** A refusal told where it happened: what to do, never a number. Buttons come from the place. */
@Component({
  selector: 'desk-told',
  imports: [Icon],
  template: `
    <svg icon="alert"></svg>
    <span>{{ problem().title }}@for (fault of rest(); track fault.field) {<br />{{ fault.detail }}}</span>
    <ng-content />
  `,
  host: { class: 'tell tell--error', role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Told {
  readonly problem = input.required<Refusal>();
  protected readonly rest = computed(() => this.problem().errors.filter((fault) => fault.detail));
}
