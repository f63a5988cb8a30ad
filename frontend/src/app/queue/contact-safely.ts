import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SafeContactView } from '../api/types';
import { Icon } from '../ui/icon';
import { contactRules, maskedRules } from './contact-rules';

/** The one banner that cannot be folded away: first in reading order, before facts, words and notes. */
@Component({
  selector: 'desk-contact-safely',
  imports: [Icon],
  template: `
    <section class="safely" aria-labelledby="safely-title">
      <h2 id="safely-title"><svg icon="shield"></svg> Contact safely</h2>
      <ul>
        @for (rule of plan().rules; track rule.way + rule.how) {
          <li [class.no]="!rule.allowed"><svg [icon]="rule.allowed ? 'check' : 'ban'"></svg><b>{{ rule.way }}</b><span>{{ rule.how }}</span></li>
        }
      </ul>
      <p class="say"><b>Say:</b> {{ plan().say }}</p>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactSafely {
  readonly safe = input.required<SafeContactView>();
  /** Only what colleagues may see is known. */
  readonly masked = input(false);
  protected readonly plan = computed(() => (this.masked() ? maskedRules : contactRules)(this.safe()));
}
