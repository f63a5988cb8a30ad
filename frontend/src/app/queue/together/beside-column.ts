import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { InquiryView } from '../../api/types';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { UrgencyChip } from '../../ui/urgency-chip';
import { ASKER_WORDS, LANGUAGE_WORDS, topicWords, word } from '../../ui/words';
import { contactRules } from '../contact-rules';
import { personOf } from '../inquiry-words';

/** One of two requests side by side: how to reach them first, then what they ask. */
@Component({
  selector: 'desk-beside-column',
  imports: [UrgencyChip],
  template: `
    <h3>{{ inquiry().reference }}</h3>
    <p class="strong">{{ needs() }}</p>
    <p><desk-urgency [priority]="inquiry().priority" /></p>
    <p class="hint">Sent {{ sent() }}, {{ language() }}. {{ who() }}</p>
    <ul aria-label="Contact safely">
      @for (rule of rules(); track rule.way + rule.how) {<li><b>{{ rule.way }}:</b> {{ rule.how }}</li>}
    </ul>
    <p>{{ person() }} {{ asker() }}.</p>
    @if (inquiry().words) {<p [attr.lang]="inquiry().language" dir="auto">{{ inquiry().words }}</p>} @else {<p class="muted">They wrote nothing of their own.</p>}
    <ng-content />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BesideColumn {
  readonly inquiry = input.required<InquiryView>();
  private readonly now = inject(Now).value;
  protected readonly needs = computed(() => topicWords(this.inquiry().topics));
  protected readonly sent = computed(() => moment(this.inquiry().openedAt, this.now()));
  protected readonly language = computed(() => word(LANGUAGE_WORDS, this.inquiry().language));
  protected readonly rules = computed(() => contactRules(this.inquiry().safeContact).rules);
  protected readonly person = computed(() => personOf(this.inquiry()));
  protected readonly asker = computed(() => word(ASKER_WORDS, this.inquiry().asker));
  protected readonly who = computed(() => {
    const { assignee, status } = this.inquiry();
    if (status === 'closed') return 'Closed.';
    return assignee ? `With ${assignee.name}.` : 'With nobody.';
  });
}
