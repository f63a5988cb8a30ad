import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../../api/api';
import type { TakingDownView } from '../../api/types';
import { newId } from '../../ui/new-id';
import { SaveRhythm, type SaveState } from '../../ui/save-rhythm';
import { isEmpty, type Said } from './said';

/** Keeps what is being written down, as a note's draft is kept: after each pause, on hiding the page, when the connection is back. */
@Injectable()
export class SaidSaver {
  private readonly api = inject(Api);
  readonly state = signal<SaveState>('none');
  readonly savedAt = signal<string | null>(null);
  /** By which it is sent once. */
  key = newId();
  private waiting: Said | undefined;
  private readonly rhythm = new SaveRhythm((keepalive) => this.flush(keepalive));

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
    this.rhythm.soon();
  }

  /** `keepalive` outlives a closing tab. */
  flush(keepalive = false): Promise<void> {
    this.rhythm.rest();
    const said = this.waiting;
    if (!said) return this.rhythm.ended;
    this.waiting = undefined;
    this.state.set('saving');
    return this.rhythm.inTurn(keepalive, () => this.save(said, keepalive));
  }

  /** Nothing is kept any more: it was sent. */
  stop(): void {
    this.rhythm.rest();
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
      this.rhythm.later();
    }
  }
}
