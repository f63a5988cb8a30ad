import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Tour } from './tour';
import { TOUR } from './tour-steps';

/** On top of each room of the practice desk while somebody is on the tour: in its own place, so that it lies over nothing. */
@Component({
  selector: 'desk-tour-bar',
  imports: [Icon, KeyCap],
  template: `
    @if (tour.step(); as step) {
      <section class="tell" aria-label="First tour"><svg icon="book"></svg>
        <span><b>{{ (tour.place()?.step ?? 0) + 1 }} of {{ all }}: {{ step.title }}.</b> {{ step.does }}
          @for (each of step.keys; track $index) {<span class="nowrap"><kbd [of]="each.key"></kbd> {{ each.does }}</span>&ngsp;}
        </span>
        <button type="button" class="btn btn--small btn--quiet" (click)="tour.end()">End the tour</button>
      </section>
    } @else if (tour.done()) {
      <section class="tell tell--ok" aria-label="First tour"><svg icon="check"></svg>
        <span><b>That was the whole road.</b> From here on, “All keys” at the foot says what can be pressed, and Ctrl K finds each thing by its name.</span>
        <button type="button" class="btn btn--small" (click)="tour.end()">Good</button>
      </section>
    } @else if (tour.offered()) {
      <section class="tell" aria-label="First tour"><svg icon="book"></svg>
        <span><b>A first tour?</b> Some three minutes: one request, from the queue to its end, done by yourself.</span>
        <p class="acts"><button type="button" class="btn btn--small" (click)="tour.begin()">Begin</button>
          <button type="button" class="btn btn--small btn--quiet" (click)="tour.end()">Not now<span class="sr">: do not offer the tour again</span></button></p>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TourBar {
  protected readonly tour = inject(Tour);
  protected readonly all = TOUR.length;
}
