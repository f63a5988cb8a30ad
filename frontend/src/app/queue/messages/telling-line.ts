import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../ui/icon';
import { Letter } from './letter';
import { TELLING } from './message-words';
import { MessagesStore } from './messages-store';

/** How the person hears that there is an answer: said before somebody acts, with the exact letter. */
@Component({
  selector: 'desk-telling-line',
  imports: [Icon, Letter],
  template: `
    @if (store.telling(); as telling) {
      @let words = tellings[telling.because];
      <p class="telling"><svg [icon]="words.icon"></svg><span>{{ words.text }}</span></p>
      @if (telling.letter; as letter) {
        <details class="fold"><summary>Read it, word for word</summary><desk-letter [letter]="letter" /></details>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TellingLine {
  protected readonly store = inject(MessagesStore);
  protected readonly tellings = TELLING;
}
