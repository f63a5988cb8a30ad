import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failure, read } from '../api/api';
import type { QualityFigure } from '../api/match-types';
import { Told } from '../ui/told';
import { countWords, QUALITY } from './quality-words';

/** How true the directory is. Every figure says what it counts, and opens it. */
@Component({
  selector: 'desk-quality-page',
  imports: [RouterLink, Told],
  template: `
    <div class="page"><div class="page-in">
      <p><a routerLink="/checks">Still right?</a></p>
      <h1 tabindex="-1">How true it is</h1>
      @if (problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (figures().length) {
        <dl class="figures">
          @for (figure of figures(); track figure.code) {
            <div>
              <dt>{{ words[figure.code].name }}</dt>
              <dd><b class="figure num">{{ words[figure.code].value(figure) }}</b> @if (figure.count) {<a class="num" [routerLink]="['/quality', figure.code]" [attr.aria-label]="words[figure.code].name + ': ' + count(figure) + ', show which'">{{ count(figure) }}</a>} @else {<span class="muted num">{{ count(figure) }}</span>}<p class="hint">{{ words[figure.code].means }}</p></dd>
            </div>
          }
        </dl>
      } @else {
        <p role="status" class="muted">Counting …</p>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityPage {
  protected readonly reading = read<QualityFigure[]>(() => '/reports/directory');
  protected readonly figures = computed(() => (this.reading.hasValue() ? this.reading.value() : []));
  protected readonly problem = failure(this.reading);
  protected readonly words = QUALITY;
  protected readonly count = countWords;
}
