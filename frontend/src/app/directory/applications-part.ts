import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ApplicationView } from '../api/types';
import { Icon } from '../ui/icon';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { ApplicationPanel } from './application-panel';
import { ApplicationsStore } from './applications-store';

const isWaiting = ({ state }: ApplicationView): boolean => state === 'open' || state === 'appealed';

/** Places that want to be listed: what waits first, then what was decided lately. */
@Component({
  selector: 'desk-applications-part',
  imports: [ApplicationPanel, Icon, Told],
  providers: [ApplicationsStore],
  template: `
    <section aria-labelledby="applications" class="steward-part">
      <h2 id="applications" tabindex="-1">Places that want to be listed</h2>
      <p class="muted">They wrote by the public page, which says what is listed and what is not. They read your reason.</p>
      @if (store.loadProblem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>
      }
      @if (store.done(); as said) {
        <p class="tell tell--ok"><svg icon="check"></svg><span>{{ said }}</span></p>
      }
      @if (store.items()) {
        <ul class="proposals">
          @for (item of waiting(); track item.id + item.version) {
            <li deskApplicationPanel [item]="item"></li>
          } @empty { <li class="muted">Nobody waits for an answer.</li> }
        </ul>
        @if (decided().length) {
          <details>
            <summary>Decided lately: {{ decided().length }}</summary>
            <ul class="proposals">
              @for (item of decided(); track item.id + item.version) {
                <li deskApplicationPanel [item]="item"></li>
              }
            </ul>
          </details>
        }
      } @else if (slow()) {
        <p class="muted" role="status">Reading who asked</p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicationsPart {
  protected readonly store = inject(ApplicationsStore);
  protected readonly waiting = computed(() => this.store.items()?.filter(isWaiting) ?? []);
  protected readonly decided = computed(() => this.store.items()?.filter((one) => !isWaiting(one)) ?? []);
  protected readonly slow = patience(() => this.store.loading() && !this.store.items());
}
