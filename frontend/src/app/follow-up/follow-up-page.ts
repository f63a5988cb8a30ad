import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '../api/api';
import { problemOf } from '../api/problem';
import type { FollowUpView } from '../api/types';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { longDay, today } from '../ui/time';
import { Told } from '../ui/told';

const KINDS: Readonly<Record<FollowUpView['kind'], string>> = {
  'did-it-help': 'Ask whether it helped',
  'call-options': 'Tell them about the options',
  'call-answer': 'Tell them what the agency answered',
  'agency-declined': 'The agency cannot help',
  'agency-asks': 'The agency asks something',
  'no-answer': 'The agency has not answered',
  'person-wrote': 'The person wrote',
};

/** When to ask again: reference and day only. */
@Component({
  selector: 'desk-follow-up-page',
  imports: [RouterLink, Mark, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Follow-ups</h1>
      @if (problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (dues().length) {
        <ul class="dues">
          @for (due of dues(); track due.id) {
            <li><span [class.strong]="due.late">{{ due.when }}@if (due.late) {: due now}</span><a [routerLink]="['/inquiries', due.inquiryId]"><span class="num">{{ due.reference }}</span></a><span class="muted">{{ due.what }}</span></li>
          }
        </ul>
      } @else if (!reading.isLoading()) {
        <div class="empty"><svg mark></svg><h2>Nothing due</h2><p>When a card is handed out, the day to ask again shows here.</p></div>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowUpPage {
  private readonly now = inject(Now).value;
  protected readonly reading = read<FollowUpView[]>(() => '/follow-ups');
  protected readonly problem = computed(() => (this.reading.error() ? problemOf(this.reading.error()) : null));
  protected readonly dues = computed(() =>
    (this.reading.hasValue() ? this.reading.value() : []).map((due) => ({ ...due, when: longDay(due.dueOn), late: due.dueOn <= today(this.now()), what: KINDS[due.kind] })),
  );
}
