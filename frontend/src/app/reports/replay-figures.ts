import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReplayView } from '../api/match-types';
import { figuresOf } from './ordering-words';

/** What a version would have changed. */
@Component({
  selector: 'desk-replay-figures',
  template: `
    <dl class="figures">
      @for (figure of figures(); track figure.name) {<div><dt>{{ figure.name }}</dt><dd><b class="num">{{ figure.value }}</b><p class="hint">{{ figure.means }}</p></dd></div>}
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayFigures {
  readonly replay = input.required<ReplayView>();
  protected readonly figures = computed(() => figuresOf(this.replay()));
}
