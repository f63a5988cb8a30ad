import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { InquiryView } from '../api/types';
import { LANGUAGE_WORDS, word } from '../ui/words';
import { UnderstoodStore } from './understood-store';
import { stretchesOf } from '../ui/words-marked';

/** The person's own words as written; what something was understood from is marked while one looks for help. */
@Component({
  selector: 'desk-words-part',
  template: `
    <div class="part-head"><h2 id="words-title">In their own words</h2><span class="end muted">{{ language() }}</span></div>
    @if (inquiry().words) {
      <p class="words" [attr.lang]="inquiry().language" dir="auto">@for (each of stretches(); track $index) {@switch (each.look) {@case ('plain') {{{ each.text }}}@case ('urgent') {<mark class="said said--urgent">{{ each.text }}</mark>}@default {<mark class="said">{{ each.text }}</mark>}}}</p>
    } @else {
      <p class="words muted">They wrote nothing of their own.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsPart {
  readonly inquiry = input.required<InquiryView>();
  private readonly understood = inject(UnderstoodStore);
  protected readonly language = computed(() => word(LANGUAGE_WORDS, this.inquiry().language));
  protected readonly stretches = computed(() => stretchesOf(this.inquiry().words ?? '', this.understood.suggestions().flatMap(({ because }) => because), this.understood.sounds()?.because ?? []));
}
