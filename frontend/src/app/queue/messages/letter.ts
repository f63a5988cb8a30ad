import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LetterText } from '../../api/message-types';

/** A letter as its reader has it. */
@Component({
  selector: 'desk-letter',
  template: `
    <p class="letter-subject"><span class="muted">Subject</span> <b [attr.lang]="letter().language">{{ letter().subject }}</b></p>
    <p class="pre" dir="auto" [attr.lang]="letter().language">{{ letter().text.trim() }}</p>
  `,
  host: { class: 'letter' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Letter {
  readonly letter = input.required<LetterText>();
}
