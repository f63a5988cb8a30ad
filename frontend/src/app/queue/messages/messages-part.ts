import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { WrittenLetterView } from '../../api/message-types';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { Letter } from './letter';
import { LETTER_STATES, toWhom } from './message-words';
import { MessagesStore } from './messages-store';
import { TellingLine } from './telling-line';

/** What went out about this request, word for word, and what the next answer sends. */
@Component({
  selector: 'desk-messages-part',
  imports: [Letter, TellingLine, Told],
  template: `
    @if (store.problem() || store.telling() || store.letters().length) {
      <section class="part" aria-labelledby="messages-title">
        <div class="part-head"><h2 id="messages-title">Messages</h2><span class="end muted">{{ count() }}</span></div>
        @if (store.problem(); as told) {
          <desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>
        }
        @for (letter of store.letters(); track letter.id) {
          <details class="fold">
            <summary>{{ whom(letter) }} <span class="muted">{{ when(letter) }}, {{ state(letter) }}</span></summary>
            <desk-letter [letter]="letter" />
          </details>
        }
        @if (store.telling()) {
          <p class="hint">When there is an answer:</p>
          <desk-telling-line />
        }
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessagesPart {
  private readonly now = inject(Now).value;
  protected readonly store = inject(MessagesStore);
  protected readonly whom = toWhom;
  protected readonly count = computed(() => {
    const { length } = this.store.letters();
    return length === 0 ? 'None was written yet' : length === 1 ? '1 letter' : `${length} letters`;
  });

  protected when({ writtenAt, sentAt }: WrittenLetterView): string {
    return moment(sentAt ?? writtenAt, this.now());
  }

  protected state({ state }: WrittenLetterView): string {
    return LETTER_STATES[state];
  }
}
