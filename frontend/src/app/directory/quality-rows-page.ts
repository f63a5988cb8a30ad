import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failure, read } from '../api/api';
import type { QualityFigure, QualityRows } from '../api/match-types';
import { Now } from '../ui/now';
import { Told } from '../ui/told';
import { checkedOn } from './listing-words';
import { QUALITY, rowWords } from './quality-words';

/** What one figure counts: its listings, the most often counted first. */
@Component({
  selector: 'desk-quality-rows-page',
  imports: [RouterLink, Told],
  template: `
    <div class="page"><div class="page-in">
      <p><a routerLink="/quality">How true it is</a></p>
      <h1 tabindex="-1">{{ words()?.name ?? 'No such figure' }}</h1>
      <p class="hint">{{ words()?.means }}</p>
      @if (problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (rows(); as rows) {
        <p role="status" class="muted num">{{ total(rows) }}</p>
        <ul class="checks checks--bare" [attr.aria-label]="words()?.name">
          @for (row of rows.items; track row.id) {
            <li>
              @if (ofListings()) {<a class="strong" [routerLink]="['/listings', row.id]">{{ row.name }}</a>} @else {<span class="strong">{{ row.name }}</span>}
              @if (row.times > 1) {<span class="chip chip--caution num">{{ row.times }} times</span>}
              @if (row.organization) {<p class="muted">{{ row.organization }}</p>}
              @if (ofListings()) {<p class="hint">{{ checked(row.assuredDate) }}</p>}
            </li>
          }
        </ul>
        @if (page() > 1 || rows.more) {
          <p class="import-acts">
            @if (page() > 1) {<button type="button" class="btn" (click)="page.set(page() - 1)">The 100 before</button>}
            @if (rows.more) {<button type="button" class="btn" (click)="page.set(page() + 1)">The next 100</button>}
          </p>
        }
        @if (!ofListings() && rows.items.length) {<p><a routerLink="/agencies">Give them another address under Agencies</a></p>}
      } @else {
        <p role="status" class="muted">Looking …</p>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityRowsPage {
  readonly code = input.required<string>();
  private readonly now = inject(Now).value;
  protected readonly page = signal(1);
  protected readonly reading = read<QualityRows>(() => `/reports/directory/${encodeURIComponent(this.code())}?page=${this.page()}`);
  protected readonly rows = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly problem = failure(this.reading);
  protected readonly words = computed(() => QUALITY[this.code() as QualityFigure['code']] as (typeof QUALITY)[QualityFigure['code']] | undefined);
  /** Mails come back to agencies; every other figure counts listings. */
  protected readonly ofListings = computed(() => this.code() !== 'bounced');

  protected total(rows: QualityRows): string {
    return rowWords(rows.total, this.ofListings());
  }

  protected checked(day: string | null): string {
    return checkedOn(day, this.now());
  }
}
