import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { DecideForm } from './decide-form';
import { OnBehalfStore } from './on-behalf-store';
import { pendingWords } from './on-behalf-words';

/** What was asked for the person and not decided yet, until somebody writes down what was decided. */
@Component({
  selector: 'desk-pending-part',
  imports: [DecideForm],
  template: `
    @if (store.may()) {
      @for (entry of store.pending(); track entry.id) {
        @if (deciding() === entry.id) {<desk-decide-form [entry]="entry" (closed)="closed(entry.id)" />}
        @else {<p class="acts"><span>Not decided yet: {{ pendingWords(entry) }}.</span><button type="button" class="btn btn--small" [id]="'decide-' + entry.id" (click)="deciding.set(entry.id)">What did they decide?<span class="sr"> {{ pendingWords(entry) }}</span></button></p>}
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PendingPart {
  protected readonly store = inject(OnBehalfStore);
  protected readonly pendingWords = pendingWords;
  /** The entry of which it is written down what was decided. */
  protected readonly deciding = signal('');

  /** The button is there again, or the history begins where it was. */
  protected closed(id: string): void {
    this.deciding.set('');
    setTimeout(() => (document.getElementById(`decide-${id}`) ?? document.getElementById('history-title'))?.focus());
  }
}
