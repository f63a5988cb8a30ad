import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QualityLineView } from '../../api/types';
import { Icon } from '../../ui/icon';
import { topicWords } from '../../ui/words';
import { stateOf } from './quality-words';

/** Records that were drawn, each with what became of it. */
@Component({
  selector: 'desk-record-list',
  imports: [Icon, RouterLink],
  template: `
    <ol class="log">
      @for (each of records(); track each.id) {
        <li>
          <span class="num muted">{{ each.reference }}</span><svg [icon]="each.doneAt ? 'check' : 'hour'"></svg>
          <div><a [routerLink]="['/reviews', each.id]">{{ topicWords(each.topics) }}<span class="sr">, {{ each.reference }}</span></a>
            <p>{{ own() ? 'Read by ' + each.reviewer.name : each.specialist.name }}: {{ stateOf(each) }}</p></div>
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordList {
  readonly records = input.required<readonly QualityLineView[]>();
  /** The reader's own requests: who reviewed them is named. */
  readonly own = input(false);
  protected readonly topicWords = topicWords;
  protected readonly stateOf = stateOf;
}
