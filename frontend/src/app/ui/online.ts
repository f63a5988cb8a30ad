import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** Whether the device has a connection, and since when it has none. */
@Injectable({ providedIn: 'root' })
export class Online {
  readonly value = signal(navigator.onLine);
  readonly lostAt = signal<Date | null>(navigator.onLine ? null : new Date());

  constructor() {
    const tell = (): void => {
      this.value.set(navigator.onLine);
      this.lostAt.set(navigator.onLine ? null : new Date());
    };
    addEventListener('online', tell);
    addEventListener('offline', tell);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', tell);
      removeEventListener('offline', tell);
    });
  }
}
