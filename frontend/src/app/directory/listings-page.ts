import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FoundListing } from '../api/match-types';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { Pause } from '../ui/pause';
import { Told } from '../ui/told';
import { checkedOn, standsAt } from './listing-words';
import { ListingsStore } from './listings-store';
import { TwinsPart } from './twins-part';

/** Every listing by name, misspelt as it may be, or by number; and those that look like one. */
@Component({
  selector: 'desk-listings-page',
  imports: [Mark, RouterLink, Told, TwinsPart],
  providers: [ListingsStore],
  templateUrl: './listings-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingsPage {
  protected readonly store = inject(ListingsStore);
  protected readonly slow = patience(() => this.store.loading() && !this.store.found());
  protected readonly stands = standsAt;
  private readonly now = inject(Now).value;
  private readonly pause = new Pause();

  constructor() {
    void this.store.compare();
  }

  protected find(text: string): void {
    this.store.search.set(text);
    this.pause.before(() => void this.store.find());
  }

  protected checked(item: FoundListing): string {
    return checkedOn(item.assuredDate, this.now());
  }
}
