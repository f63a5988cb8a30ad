import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { faultOf } from '../api/problem';
import type { StaffView } from '../api/types';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';
import { MadeLink } from './made-link';
import { ReasonField } from './reason-field';
import { NOTHING, asksReason, requests, type DeskRole } from './rights';
import { RoleBoxes } from './role-boxes';
import { StaffStore } from './staff-store';

/** One account, opened: what may be done with it stands here, as the server says. */
@Component({
  selector: 'desk-account-panel',
  imports: [Icon, MadeLink, ReasonField, RoleBoxes, Told],
  templateUrl: './account-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPanel {
  protected readonly store = inject(StaffStore);
  readonly person = input.required<StaffView>();
  protected readonly roles = linkedSignal<readonly DeskRole[]>(() => this.person().roles as DeskRole[]);
  protected readonly restricted = linkedSignal(() => this.person().restricted);
  protected readonly reason = linkedSignal({ source: this.person, computation: () => '' });
  protected readonly closing = signal(false);
  protected readonly asks = computed(() => asksReason(this.person(), { active: true, roles: this.roles(), restricted: this.restricted() }));
  protected readonly asksToReopen = computed(() => asksReason(NOTHING, { ...this.person(), active: true }));
  protected readonly requests = requests;

  protected may(action: StaffView['actions'][number]): boolean {
    return this.person().actions.includes(action);
  }

  protected faultOf(field: string): string | undefined {
    return faultOf(this.store.problem(), field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.person();
    await this.store.change(id, { roles: [...this.roles()], restricted: this.restricted(), reason: this.asks() ? this.reason().trim() : null, version });
    this.toFault();
  }

  protected async close(): Promise<void> {
    await this.store.close(this.person());
    this.closing.set(false);
  }

  protected async reopen(event: Event): Promise<void> {
    event.preventDefault();
    await this.store.reopen(this.person(), this.asksToReopen() ? this.reason().trim() : null);
    this.toFault();
  }

  private toFault(): void {
    if (this.store.problem()) setTimeout(() => document.querySelector<HTMLElement>('desk-account-panel [aria-invalid]')?.focus());
  }
}
