import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { AgencyLetterView } from '../../api/message-types';
import { Told } from '../../ui/told';
import { Letter } from '../messages/letter';
import { ReferStore } from './refer-store';

/** The letter that a link travels in, word for word: it names nobody, the facts stand behind link and code. */
@Component({
  selector: 'desk-agency-letter',
  imports: [Letter, Told],
  template: `
    <details class="fold" (toggle)="read($event)">
      <summary>The e-mail that they get, word for word</summary>
      @if (letter(); as shown) {
        <p class="hint">To {{ shown.address }}. None of the facts stands in it: those they read behind the link and a code.</p>
        <desk-letter [letter]="shown" />
      } @else if (act.problem(); as told) {
        <desk-told [problem]="told" />
      } @else {
        <p class="muted" role="status">Reading …</p>
      }
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgencyLetter {
  private readonly store = inject(ReferStore);
  readonly optionId = input.required<string>();
  protected readonly act = new Act();
  protected readonly letter = signal<AgencyLetterView | null>(null);

  protected async read(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open) return;
    await this.act.run(async () => this.letter.set(await this.store.letter(this.optionId())));
  }
}
