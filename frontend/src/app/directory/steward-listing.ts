import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { HiddenPlace, UnreviewedView } from '../api/types';
import { Icon } from '../ui/icon';
import { StewardStore, type Confidentiality } from './steward-store';

const TAXONOMIES: Readonly<Record<string, string>> = { need: 'Helps with', 'service-type': 'Kind of help', population: 'Made for', 'eligibility-restriction': 'Only for', payment: 'Payment', delivery: 'How', feature: 'Also', 'intake-status': 'Takes people' };

/** One listing: its own words, what they were read as, and what may be told of its place. */
@Component({
  selector: '[deskStewardListing]',
  imports: [Icon],
  templateUrl: './steward-listing.html',
  host: { '[attr.aria-labelledby]': '"listing-" + item().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StewardListing {
  private readonly store = inject(StewardStore);
  readonly item = input.required<UnreviewedView>();
  protected readonly wrong = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly right = computed(() => this.item().suggestions.length - this.wrong().size);
  protected readonly groups = computed(() => {
    const all = this.item().suggestions;
    return [...new Set(all.map(({ taxonomy }) => taxonomy))].map((taxonomy) => ({ name: TAXONOMIES[taxonomy] ?? taxonomy, terms: all.filter((one) => one.taxonomy === taxonomy) }));
  });

  protected toggle(id: string): void {
    this.wrong.update((all) => new Set(all.has(id) ? [...all].filter((each) => each !== id) : [...all, id]));
  }

  protected allWrong(): void {
    this.wrong.set(new Set(this.item().suggestions.map(({ attributeId }) => attributeId)));
  }

  protected async review(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.store.review(this.item(), this.wrong());
    this.busy.set(false);
  }

  protected decide(place: HiddenPlace, confidentiality: Confidentiality): void {
    void this.store.decide(this.item(), place, confidentiality);
  }
}
