import { Injectable, signal } from '@angular/core';

/** The present, every 15 seconds: ages on the screen read it. */
@Injectable({ providedIn: 'root' })
export class Now {
  readonly value = signal(new Date());

  constructor() {
    setInterval(() => this.tick(), 15_000);
  }

  tick(): void {
    this.value.set(new Date());
  }
}
