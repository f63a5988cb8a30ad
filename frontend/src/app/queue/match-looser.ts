import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { LooserView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { MatchStore } from './match-store';

/** Where fewer than three fit: which wish keeps others out, and how many. One press drops it, nothing is dropped by itself. */
@Component({
  selector: 'desk-match-looser',
  imports: [Icon],
  template: `
    @if (looser().length) {
      <div class="looser" role="group" aria-labelledby="looser-title">
        <h3 id="looser-title">{{ store.found()?.total ? 'More would fit without one of these' : 'They would fit without one of these' }}</h3>
        <div class="acts">
          @for (each of looser(); track each.name) {
            <button type="button" class="btn btn--small btn--wrap" (click)="store.change(each.change)"><svg icon="x"></svg><span class="sr">Drop </span>{{ each.name }}<span class="muted">{{ each.more }} more</span></button>
          }
        </div>
        <p class="hint">Drop a wish only if they can do without it. What a person is, their age for example, is no wish.</p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchLooser {
  protected readonly store = inject(MatchStore);
  protected readonly looser = computed<readonly LooserView[]>(() => this.store.found()?.looser ?? []);
}
