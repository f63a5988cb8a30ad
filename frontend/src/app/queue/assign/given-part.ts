import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { GivenView } from '../../api/types';
import { Given } from '../../session/given';
import { Icon } from '../../ui/icon';
import { InquiryStore } from '../inquiry-store';

/** That a colleague gave you the open request, and why. Opening it is having seen it. */
@Component({
  selector: 'desk-given-part',
  imports: [Icon],
  template: `@if (shown(); as given) {<p class="tell part"><svg icon="peer"></svg><span><b>{{ given.by.name }} gave you this.</b> “{{ given.reason }}”</span></p>}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivenPart {
  private readonly given = inject(Given);
  private readonly store = inject(InquiryStore);
  private readonly seen = signal<GivenView | null>(null);
  protected readonly shown = computed(() => (this.seen()?.id === this.store.inquiry()?.id ? this.seen() : null));

  constructor() {
    effect(() => {
      const inquiry = this.store.inquiry();
      const given = inquiry && this.store.may('read') ? this.given.of(inquiry.id) : undefined;
      if (given) untracked(() => { this.seen.set(given); void this.given.seen(given.id); });
    });
  }
}
