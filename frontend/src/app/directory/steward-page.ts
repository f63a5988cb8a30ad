import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Mark } from '../ui/mark';
import { Told } from '../ui/told';
import { ProposalsPart } from './proposals-part';
import { StewardListing } from './steward-listing';
import { StewardStore } from './steward-store';

/** What agencies want changed, and what an import left for a person to decide. */
@Component({
  selector: 'desk-steward-page',
  imports: [Mark, Told, ProposalsPart, StewardListing],
  providers: [StewardStore],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">To confirm</h1>
      <desk-proposals-part />
      <section aria-labelledby="imported" class="steward-part">
      <h2 id="imported">What an import brought</h2>
      <p class="muted">Suggested words count for less until somebody says that they are right. Addresses of shelters stay hidden until somebody decides.</p>
      @if (store.problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="store.load()">Try again</button></desk-told>
      }
      @if (store.total()) {
        <p role="status"><b class="strong">{{ store.total() }}</b> listings to look at</p>
      }
      <ul class="steward">
        @for (item of store.items(); track item.id) {
          <li deskStewardListing [item]="item"></li>
        }
      </ul>
      @if (store.hasMore) {
        <p><button type="button" class="btn" [attr.aria-disabled]="store.loading() || null" (click)="store.load()">Show more</button></p>
      } @else if (store.total() === 0) {
        <div class="empty"><svg mark></svg><h3>Nothing to confirm</h3><p>When an import suggests words for a listing, or hides an address, it shows here.</p></div>
      }
      </section>
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StewardPage {
  protected readonly store = inject(StewardStore);

  constructor() {
    void this.store.load();
  }
}
