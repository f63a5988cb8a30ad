import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import type { StaffView } from '../api/types';
import { focusIfLost } from '../ui/focus';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { moment, today } from '../ui/time';
import { Told } from '../ui/told';
import { AccountPanel } from './account-panel';
import { InviteForm } from './invite-form';
import { lastSeen, requests, rolesInWords } from './rights';
import { StaffStore } from './staff-store';

/** The people of the desk: who they are, what they may do, and who may come in. */
@Component({
  selector: 'desk-staff-page',
  imports: [AccountPanel, Icon, InviteForm, Told],
  providers: [StaffStore],
  templateUrl: './staff-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffPage {
  private readonly now = inject(Now).value;
  protected readonly store = inject(StaffStore);
  protected readonly slow = patience(() => this.store.loading() && !this.store.people());
  protected readonly rows = computed(() => this.store.people()?.map((person) => ({ person, roles: rolesInWords(person), seen: lastSeen(person.lastSeen, today(this.now())), held: person.claimed ? requests(person.claimed) : 'none' })));
  /** Nobody else could open the accounts again. */
  protected readonly alone = computed(() => this.store.people()?.filter(({ active, invited, roles }) => active && !invited && roles.includes('ADM')).length === 1);

  constructor() {
    effect(() => {
      this.rows();
      this.store.done();
      const place = this.store.opened() ? '.people-here .people-name' : '.people-invite';
      setTimeout(() => focusIfLost(document.querySelector<HTMLElement>(place) ?? undefined)); // a form or button that was used up is gone
    });
  }

  protected invitedUntil({ linkEnds }: StaffView): string {
    return linkEnds ? `Invited, the link ends ${moment(linkEnds, this.now())}` : 'Invited, the link ended';
  }
}
