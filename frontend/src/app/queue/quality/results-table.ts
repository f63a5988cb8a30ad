import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { QualityMonthView } from '../../api/types';
import { monthName, QUESTIONS, resultWords } from './quality-words';

/** What was found of somebody, month by month, with how many records. */
@Component({
  selector: 'desk-results-table',
  template: `
    <table class="people" role="table" [attr.aria-label]="name()">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">When</th><th scope="col" role="columnheader">Records</th>@for (each of questions; track each.name) {<th scope="col" role="columnheader">{{ each.name }}</th>}</tr></thead>
      <tbody role="rowgroup">
        @for (month of months(); track month.month) {
          <tr role="row">
            <td role="cell"><b>{{ monthName(month.month) }}</b></td>
            <td role="cell"><span class="people-label muted">Records </span><span class="num">{{ month.records }}</span></td>
            @for (each of month.questions; track $index) {<td role="cell"><span class="people-label muted">{{ questions[$index]?.name }} </span>{{ resultWords(each) }}</td>}
          </tr>
        }
      </tbody>
    </table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultsTable {
  readonly months = input.required<readonly QualityMonthView[]>();
  readonly name = input.required<string>();
  protected readonly questions = QUESTIONS;
  protected readonly monthName = monthName;
  protected readonly resultWords = resultWords;
}
