import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReplayView, WeightsVersionView, WeightView } from '../api/match-types';
import { figuresOf, movedMost, toldOf } from './ordering-words';

/** What a version would have changed. */
@Component({
  selector: 'desk-replay-figures',
  template: `
    <p><b>{{ told() }}</b></p>
    @if (moved().length) {
      <p class="hint">{{ moved().length === 1 ? 'The number that it moves' : 'The numbers that it moves most' }}</p>
      <ul class="parts">@for (one of moved(); track one.title) {<li><b>{{ one.title }}</b>: <span class="num">{{ one.words }}</span>. <span class="hint">{{ one.does }}</span></li>}</ul>
    }
    <dl class="figures">
      @for (figure of figures(); track figure.name) {<div><dt>{{ figure.name }}</dt><dd><b class="num">{{ figure.value }}</b><p class="hint">{{ figure.means }}</p></dd></div>}
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayFigures {
  readonly replay = input.required<ReplayView>();
  readonly changes = input.required<WeightsVersionView['changes']>();
  readonly weights = input.required<readonly WeightView[]>();
  protected readonly told = computed(() => toldOf(this.replay()));
  protected readonly moved = computed(() => movedMost(this.changes(), this.weights()));
  protected readonly figures = computed(() => figuresOf(this.replay()));
}
