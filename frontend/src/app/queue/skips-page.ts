import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failure, read } from '../api/api';
import type { SkipView } from '../api/types';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { topicWords, word } from '../ui/words';
import { SKIP_WORDS } from './skip-words';

/** What colleagues left to others, and why: for supervisors. */
@Component({
  selector: 'desk-skips-page',
  imports: [RouterLink, Icon, Mark, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Skipped</h1>
      <p class="muted">Requests that <i>Next</i> gave to a colleague, and that they left to others. Two weeks back.</p>
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      @if (skips(); as all) {
        @if (all.length) {
          <ol class="log">
            @for (each of all; track each.id) {
              <li>
                <time [attr.datetime]="each.at">{{ when(each.at) }}</time><svg icon="undo"></svg>
                <div><a [routerLink]="['/inquiries', each.inquiryId]">{{ topicWords(each.topics) }}</a>, <span class="muted num">{{ each.reference }}</span>
                  <p>{{ each.by.name }}: {{ why(each) }} <span class="muted">{{ each.waiting ? 'Nobody has it yet.' : 'Somebody has it.' }}</span></p></div>
              </li>
            }
          </ol>
        } @else {
          <div class="empty"><svg mark></svg><h2>Nothing was skipped</h2><p>When a colleague leaves a request to others, it shows here with the reason.</p></div>
        }
      } @else if (slow()) {<p role="status" class="muted">Loading</p>}
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipsPage {
  private readonly now = inject(Now).value;
  protected readonly reading = read<SkipView[]>(() => '/queue/skips');
  protected readonly skips = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly topicWords = topicWords;

  protected when(at: string): string {
    return moment(at, this.now());
  }

  protected why({ reason, words }: SkipView): string {
    return words ? `“${words}”` : `${word(SKIP_WORDS, reason)}.`;
  }
}
