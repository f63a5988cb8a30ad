import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { failure, kept, read } from '../api/api';
import type { LetterView } from '../api/types';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';

const LOOK_AGAIN_MS = 3000;

/** What the desk would have sent by e-mail: in a demo nothing leaves the house. */
@Component({
  selector: 'desk-mailbox-page',
  imports: [Mark, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Mailbox</h1>
      <p class="muted">Letters the desk wrote. In a demo they stay here and are sent to nobody. New ones show by themselves.</p>
      @if (problem(); as told) {
        <desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (letters().length) {
        <ul class="letters">
          @for (letter of letters(); track letter.id) {
            <li><p><b>{{ letter.subject }}</b></p><p class="hint">To {{ letter.to }}, {{ when(letter.at) }}</p><pre>@for (part of parts(letter.text); track $index) {@if (part.startsWith('http')) {<a class="link" target="_blank" rel="noopener" [href]="part">{{ part }}</a>} @else {{{ part }}}}</pre></li>
          }
        </ul>
      } @else if (!reading.isLoading()) {
        <div class="empty"><svg mark></svg><h2>No letters yet</h2><p>Alerts to the on-call person and the supervisor show here.</p></div>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxPage {
  private readonly now = inject(Now).value;
  protected readonly reading = read<LetterView[]>(() => '/mailbox');
  private readonly known = kept(() => '/mailbox', this.reading);
  protected readonly letters = computed(() => this.known() ?? []);
  protected readonly problem = failure(this.reading);

  /** Mail is no event of the desk's stream: the page looks again by itself. */
  constructor() {
    const timer = setInterval(() => { if (!document.hidden) this.reading.reload(); }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** The text, cut around its links. */
  protected parts(text: string): string[] {
    return text.split(/(https?:\/\/\S+)/);
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }
}
