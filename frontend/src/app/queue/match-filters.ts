import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { FilterView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { MatchStore } from './match-store';

/** Narrows the list; each says before it is pressed how many there will be. What a listing does not say takes it out of nothing. */
@Component({
  selector: 'desk-match-filters',
  imports: [Icon],
  template: `
    @if (filters().length) {
      <div class="tokens" role="group" aria-label="Narrow the list">
        @for (each of filters(); track each.code) {
          <button type="button" class="token token--filter" [attr.aria-pressed]="each.on" (click)="toggle(each)">@if (each.on) {<svg icon="check"></svg>}{{ each.name }}<span class="muted"><span class="sr">{{ each.on ? ', without it ' : ', leaves ' }}</span>{{ each.count }}</span></button>
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchFilters {
  private readonly store = inject(MatchStore);
  protected readonly filters = computed<readonly FilterView[]>(() => this.store.found()?.filters ?? []);

  protected toggle({ code, on }: FilterView): void {
    const only = this.store.found()?.asked.only ?? [];
    void this.store.change({ only: on ? only.filter((one) => one !== code) : [...only, code] });
  }
}
