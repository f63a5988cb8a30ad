import { Injectable, signal } from '@angular/core';

/** What a screen reader is told without moving its place. The shell holds the live region from the first moment. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly polite = signal('');
  readonly urgent = signal('');

  say(text: string): void {
    this.put(this.polite, text);
  }

  sayNow(text: string): void {
    this.put(this.urgent, text);
  }

  /** Emptied first and again later: the same words are spoken twice, and none stay on the page. */
  private put(region: typeof this.polite, text: string): void {
    region.set('');
    setTimeout(() => region.set(text), 50);
    setTimeout(() => { if (region() === text) region.set(''); }, 10_000);
  }
}
