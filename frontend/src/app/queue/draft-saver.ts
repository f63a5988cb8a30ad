import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { DraftView } from '../api/types';

export const PAUSE = 500;
export type DraftState = 'none' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** Keeps what is being written: after each pause, on leaving the field, on hiding the page. One draft per person and request, on the server. */
@Injectable()
export class DraftSaver {
  private readonly api = inject(Api);
  readonly text = signal('');
  readonly state = signal<DraftState>('none');
  readonly savedAt = signal<string | null>(null);
  private inquiryId: string | undefined;
  private saved = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor() {
    const page = inject(DOCUMENT);
    const hide = (): void => { if (page.visibilityState === 'hidden') void this.flush(true); };
    page.addEventListener('visibilitychange', hide);
    const back = (): void => void this.flush(); // not at the next try, but now
    addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('visibilitychange', hide);
      removeEventListener('online', back);
      void this.flush(true);
    });
  }

  /** Turns to another request; what was written for the last one is saved first. */
  async open(inquiryId: string): Promise<void> {
    void this.flush();
    this.inquiryId = inquiryId;
    this.start('', null);
    const draft = await this.api.get<DraftView>(`/inquiries/${inquiryId}/draft`).catch(() => null);
    if (draft && this.inquiryId === inquiryId && !this.text()) this.start(draft.text, draft.savedAt);
  }

  type(text: string): void {
    this.text.set(text);
    this.state.set('unsaved');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Saves now what is not saved yet, one request after the other. `keepalive` outlives a closing tab. */
  flush(keepalive = false): Promise<void> {
    clearTimeout(this.timer);
    const id = this.inquiryId;
    const text = this.text();
    if (!id || text === this.saved) return this.running;
    this.saved = text;
    this.state.set('saving');
    const before = keepalive ? Promise.resolve() : this.running;
    return (this.running = before.then(() => this.save(id, text, keepalive)));
  }

  /** The note was posted: the server dropped the draft with it. */
  done(): void {
    clearTimeout(this.timer);
    this.start('', null);
  }

  private start(text: string, savedAt: string | null): void {
    this.text.set(text);
    this.saved = text;
    this.savedAt.set(savedAt);
    this.state.set(text ? 'saved' : 'none');
  }

  private async save(id: string, text: string, keepalive: boolean): Promise<void> {
    try {
      const { savedAt } = await this.api.put<DraftView>(`/inquiries/${id}/draft`, { text }, { keepalive });
      if (this.inquiryId !== id) return;
      this.savedAt.set(savedAt);
      if (this.text() === text) this.state.set(text ? 'saved' : 'none');
    } catch {
      if (this.inquiryId !== id) return;
      this.saved = '\u0000';
      this.state.set('failed');
      this.timer = setTimeout(() => void this.flush(), 10 * PAUSE);
    }
  }
}
