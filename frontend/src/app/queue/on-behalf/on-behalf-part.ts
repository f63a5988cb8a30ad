import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { OnBehalfSheet } from './on-behalf-sheet';
import { OnBehalfStore } from './on-behalf-store';

/** Writes down what was done with an agency on the person's behalf. It is read under *What happened*. */
@Component({
  selector: 'desk-on-behalf-part',
  imports: [KeyCap, OnBehalfSheet],
  template: `
    @if (store.may()) {
      <p class="acts">
        <button type="button" class="btn btn--small" (click)="store.writing.set('transfer')">A call together <kbd of="h"></kbd></button>
        <button type="button" class="btn btn--small" (click)="store.writing.set('advocacy')">Spoke up for them <kbd of="b"></kbd></button>
      </p>
      @if (store.writing()) {<desk-on-behalf-sheet />}
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OnBehalfPart {
  protected readonly store = inject(OnBehalfStore);

  constructor() {
    const when = (): boolean => this.store.may();
    const remove = inject(Keys).add(
      { key: 'h', does: 'a call together', also: ['warm transfer', 'joined call', 'conference'], press: () => this.store.writing.set('transfer'), when },
      { key: 'b', does: 'spoke up for them', also: ['advocacy', 'on behalf', 'asked an agency for'], press: () => this.store.writing.set('advocacy'), when },
    );
    inject(DestroyRef).onDestroy(remove);
  }
}
