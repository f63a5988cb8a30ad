import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../ui/icon';
import { newId } from '../ui/new-id';
import { DESK_ROLES, type DeskRole } from './rights';

/** The roles to tick, each with what it opens. */
@Component({
  selector: 'desk-role-boxes',
  imports: [Icon],
  template: `
    <fieldset class="roles" [attr.aria-describedby]="fault() ? faultId : null">
      <legend>Roles</legend>
      @for (role of all; track role.code) {
        <label class="tick"><input #box type="checkbox" [checked]="chosen().includes(role.code)" [attr.aria-invalid]="fault() ? true : null" (change)="set(role.code, box.checked)" /><span>{{ role.name }} <span class="muted small">{{ role.does }}</span></span></label>
      }
      @if (fault(); as text) {<p class="fault" [id]="faultId"><svg icon="alert"></svg>{{ text }}</p>}
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoleBoxes {
  readonly chosen = model.required<readonly DeskRole[]>();
  readonly fault = input<string>();
  protected readonly all = DESK_ROLES;
  protected readonly faultId = `roles-${newId()}`;

  protected set(code: DeskRole, on: boolean): void {
    this.chosen.update((now) => DESK_ROLES.map((role) => role.code).filter((each) => (each === code ? on : now.includes(each))));
  }
}
