import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { DecideForm } from './decide-form';
import { OnBehalfSheet } from './on-behalf-sheet';
import { OnBehalfStore } from './on-behalf-store';
import { pendingWords } from './on-behalf-words';

/** Writes down what was done with an agency on the person's behalf. It is read under *What happened*. */
@Component({
  selector: 'desk-on-behalf-part',
  imports: [DecideForm, KeyCap, OnBehalfSheet],
  template: `
    @if (store.may()) {
      <p class="acts">
        <button type="button" class="btn btn--small" (click)="store.writing.set('transfer')">A call together <kbd of="h"></kbd></button>
        <button type="button" class="btn btn--small" (click)="store.writing.set('advocacy')">Spoke up for them <kbd of="b"></kbd></button>
      </p>
      @for (entry of store.pending(); track entry.id) {
        @if (deciding() === entry.id) {<desk-decide-form [entry]="entry" (closed)="closed()" />}
        @else {<p class="acts"><span>Not decided yet: {{ pendingWords(entry) }}.</span><button type="button" class="btn btn--small" (click)="deciding.set(entry.id)">What did they decide?<span class="sr"> {{ pendingWords(entry) }}</span></button></p>}
      }
      @if (store.writing()) {<desk-on-behalf-sheet />}
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OnBehalfPart {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(OnBehalfStore);
  protected readonly pendingWords = pendingWords;
  /** The entry of which it is written down what was decided. */
  protected readonly deciding = signal('');

  constructor() {
    const when = (): boolean => this.store.may();
    const remove = inject(Keys).add(
      { key: 'h', does: 'a call together', also: ['warm transfer', 'joined call', 'conference'], press: () => this.store.writing.set('transfer'), when },
      { key: 'b', does: 'spoke up for them', also: ['advocacy', 'on behalf', 'asked an agency for'], press: () => this.store.writing.set('advocacy'), when },
    );
    inject(DestroyRef).onDestroy(remove);
  }

  protected closed(): void {
    this.deciding.set('');
    setTimeout(() => this.host.querySelector<HTMLElement>('button')?.focus());
  }
}
