import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../ui/icon';
import { newId } from '../ui/new-id';

/** Why somebody may do more. Kept in the audit. */
@Component({
  selector: 'desk-reason-field',
  imports: [Icon],
  template: `
    <div class="field">
      <label [for]="id">Why</label>
      <textarea #box [id]="id" class="area" rows="2" maxlength="500" [value]="reason()" (input)="reason.set(box.value)" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="id + '-hint' + (fault() ? ' ' + id + '-fault' : '')"></textarea>
      <p class="hint" [id]="id + '-hint'">20 characters or more. It stays in the audit; name nobody who asks for help. Administrators and supervisors get a letter about it, without the reason.</p>
      @if (fault(); as text) {<p class="fault" [id]="id + '-fault'"><svg icon="alert"></svg>{{ text }}</p>}
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonField {
  readonly reason = model.required<string>();
  readonly fault = input<string>();
  protected readonly id = `reason-${newId()}`;
}
