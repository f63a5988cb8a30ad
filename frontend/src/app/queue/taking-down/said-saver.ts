import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Api } from '../../api/api';
import type { TakingDownView } from '../../api/types';
import { newId } from '../../ui/new-id';
import { PAUSE, type DraftState } from '../draft-saver';
import { isEmpty, type Said } from './said';

/** Keeps what is being written down, as a note's draft is kept: after each pause, on hiding the page, when the connection is back. */
@Injectable()
export class SaidSaver {
  private readonly api = inject(Api);
  readonly state = signal<DraftState>('none');
  readonly savedAt = signal<string | null>(null);
  /** By which it is sent once. */
  key = newId();
  private waiting: Said | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor() {
    const page = inject(DOCUMENT);
    const hide = (): void => { if (page.visibilityState === 'hidden') void this.flush(true); };
    page.addEventListener('visibilitychange', hide);
    const back = (): void => void this.flush();
    addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('visibilitychange', hide);
      removeEventListener('online', back);
      void this.flush(true);
    });
  }

  async read(): Promise<TakingDownView | null> {
    const kept = await this.api.get<TakingDownView>('/taking-down/draft').catch(() => null);
    return kept?.answers ? kept : null;
  }

  /** Goes on with what was kept. */
  goOn({ key, savedAt }: TakingDownView): void {
    this.key = key ?? this.key;
    this.savedAt.set(savedAt);
    this.state.set('saved');
  }

  keep(said: Said): void {
    this.waiting = said;
    this.state.set('unsaved');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** `keepalive` outlives a closing tab. */
  flush(keepalive = false): Promise<void> {
    clearTimeout(this.timer);
    const said = this.waiting;
    if (!said) return this.running;
    this.waiting = undefined;
    this.state.set('saving');
    const before = keepalive ? Promise.resolve() : this.running;
    return (this.running = before.then(() => this.save(said, keepalive)));
  }

  /** Nothing is kept any more: it was sent. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
    this.state.set('none');
  }

  private async save(said: Said, keepalive: boolean): Promise<void> {
    try {
      const { savedAt } = await this.api.put<TakingDownView>('/taking-down/draft', { key: this.key, answers: isEmpty(said) ? null : said }, { keepalive });
      this.savedAt.set(savedAt);
      if (!this.waiting) this.state.set(savedAt ? 'saved' : 'none');
    } catch {
      this.waiting ??= said;
      this.state.set('failed');
      this.timer = setTimeout(() => void this.flush(), 10 * PAUSE);
    }
  }
}
