import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { faultOf } from '../api/problem';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';
import { ReasonField } from './reason-field';
import { NOTHING, asksReason, type DeskRole } from './rights';
import { RoleBoxes } from './role-boxes';
import { StaffStore } from './staff-store';

/** Invites a colleague, in the place where they will stand. */
@Component({
  selector: 'desk-invite-form',
  imports: [Icon, ReasonField, RoleBoxes, Told],
  templateUrl: './invite-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  protected readonly store = inject(StaffStore);
  protected readonly roles = signal<readonly DeskRole[]>(['SPE']);
  protected readonly reason = signal('');
  protected readonly asks = computed(() => asksReason(NOTHING, { active: true, roles: this.roles(), restricted: false }));
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('name');

  constructor() {
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected faultOf(field: string): string | undefined {
    return faultOf(this.store.problem(), field);
  }

  protected async send(event: Event, name: string, email: string): Promise<void> {
    event.preventDefault();
    await this.store.invite({ name: name.trim(), email: email.trim(), roles: [...this.roles()], reason: this.asks() ? this.reason().trim() : null });
    if (this.store.problem()) setTimeout(() => document.querySelector<HTMLElement>('desk-invite-form [aria-invalid]')?.focus());
  }
}
