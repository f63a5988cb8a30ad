import { DOCUMENT, DestroyRef, inject, signal } from '@angular/core';

/** As the styles have it (`match.css`): from here on the results have a column beside them. */
const WIDE = '(min-width: 80rem)';

/** Whether details stand beside the results. Make it where `inject` may be called. */
export class MatchWide {
  readonly on = signal(false);

  constructor() {
    const media = inject(DOCUMENT).defaultView?.matchMedia?.(WIDE);
    const look = (): void => this.on.set(media?.matches ?? false);
    look();
    media?.addEventListener('change', look);
    inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', look));
  }
}
