import { DOCUMENT, DestroyRef, inject } from '@angular/core';

/** After the last letter. */
export const PAUSE = 500;
export type SaveState = 'none' | 'unsaved' | 'saving' | 'saved' | 'failed';

/**
 * When something that is being written is saved: after each pause, at once when the page is hidden or left (in a way that
 * outlives it) and when the connection is back, again after a while where it failed, one request after the other. Made where
 * something may be injected.
 */
export class SaveRhythm {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly flush: (keepalive: boolean) => unknown) {
    const page = inject(DOCUMENT);
    const hide = (): void => { if (page.visibilityState === 'hidden') flush(true); };
    page.addEventListener('visibilitychange', hide);
    const back = (): void => void flush(false); // not at the next try, but now
    addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('visibilitychange', hide);
      removeEventListener('online', back);
      flush(true);
    });
  }

  soon(): void {
    this.after(PAUSE);
  }

  /** It failed. */
  later(): void {
    this.after(10 * PAUSE);
  }

  rest(): void {
    clearTimeout(this.timer);
  }

  /** Runs when what ran before has ended; one that outlives the page waits for nothing. */
  inTurn(keepalive: boolean, work: () => Promise<void>): Promise<void> {
    const before = keepalive ? Promise.resolve() : this.running;
    return (this.running = before.then(work));
  }

  /** What runs now. */
  get ended(): Promise<void> {
    return this.running;
  }

  private after(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(false), milliseconds);
  }
}
