import { Directive, ElementRef, inject, input } from '@angular/core';
import { Online } from './online';

/**
 * A button that changes something for everybody: it rests while there is no connection, and says why (the shell's banner,
 * `offline-reason`). It stays where the focus finds it.
 */
@Directive({
  selector: 'button[needsNet]',
  host: { '[attr.aria-disabled]': 'busy() || !online() ? true : null', '[attr.aria-describedby]': "online() ? null : 'offline-reason'" },
})
export class NeedsNet {
  /** What it started runs still. */
  readonly busy = input(false);
  protected readonly online = inject(Online).value;

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLButtonElement>>(ElementRef);
    const rest = (event: Event): void => {
      if (this.online()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    nativeElement.addEventListener('click', rest, { capture: true }); // before the place's own listener
  }
}
