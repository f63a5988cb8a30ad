import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { problemOf } from '../api/problem';
import type { DraftView } from '../api/types';
import { SaveRhythm, type SaveState } from '../ui/save-rhythm';

type DraftState = SaveState | 'elsewhere';

/** Keeps what is being written: after each pause, on leaving the field, on hiding the page. One draft per person and request, on the server. */
@Injectable()
export class DraftSaver {
  private readonly api = inject(Api);
  /** Of the request: where the draft stands. */
  tail = '/draft';
  readonly text = signal('');
  readonly state = signal<DraftState>('none');
  readonly savedAt = signal<string | null>(null);
  /** What another screen wrote since we read: nothing is saved over it before somebody decides. Its text is empty when the note was posted or thrown away there. */
  readonly elsewhere = signal<DraftView | null>(null);
  /** Over which draft we write. */
  private over: string | null = null;
  /** Ours whose answer never came: found on the server, they are no other screen's. */
  private readonly unanswered = new Set<string>();
  private inquiryId: string | undefined;
  private saved = '';
  private readonly rhythm = new SaveRhythm((keepalive) => this.flush(keepalive));

  /** Turns to another request; what was written for the last one is saved first. */
  async open(inquiryId: string): Promise<void> {
    void this.flush();
    this.inquiryId = inquiryId;
    this.start('', null);
    const draft = await this.api.get<DraftView>(`/inquiries/${inquiryId}${this.tail}`).catch(() => null);
    if (draft && this.inquiryId === inquiryId && !this.text()) this.start(draft.text, draft.savedAt);
  }

  type(text: string): void {
    this.text.set(text);
    this.state.set('unsaved');
    this.rhythm.soon();
  }

  /** Saves now what is not saved yet, one request after the other. `keepalive` outlives a closing tab. */
  flush(keepalive = false): Promise<void> {
    this.rhythm.rest();
    const id = this.inquiryId;
    const theirs = this.elsewhere();
    if (theirs && !keepalive) return this.rhythm.ended;
    const text = theirs ? joined(theirs.text, this.text()) : this.text(); // a tab that closes undecided keeps both
    if (!id || text === this.saved) return this.rhythm.ended;
    this.saved = text;
    this.state.set('saving');
    return this.rhythm.inTurn(keepalive, () => this.save(id, text, keepalive));
  }

  /** Ours and theirs under each other, ours alone, or theirs alone. */
  decide(keep: 'both' | 'mine' | 'theirs'): void {
    const theirs = this.elsewhere();
    if (!theirs) return;
    const mine = this.text();
    this.start(theirs.text, theirs.savedAt);
    if (keep !== 'theirs') this.type(keep === 'mine' ? mine : joined(theirs.text, mine));
    void this.flush();
  }

  /** The note was posted: the server dropped the draft with it. */
  done(): void {
    this.rhythm.rest();
    this.start('', null);
  }

  private start(text: string, savedAt: string | null): void {
    this.text.set(text);
    this.saved = text;
    this.savedAt.set(savedAt);
    this.over = savedAt;
    this.elsewhere.set(null);
    this.unanswered.clear();
    this.state.set(text ? 'saved' : 'none');
  }

  private async save(id: string, text: string, keepalive: boolean): Promise<void> {
    this.unanswered.add(text);
    try {
      const { savedAt } = await this.api.put<DraftView>(`/inquiries/${id}${this.tail}`, { text, over: this.elsewhere()?.savedAt ?? this.over }, { keepalive });
      if (this.inquiryId !== id) return;
      this.unanswered.clear();
      this.over = savedAt;
      this.savedAt.set(savedAt);
      if (this.text() === text) this.state.set(text ? 'saved' : 'none');
    } catch (error) {
      if (this.inquiryId === id) this.refused(error);
    }
  }

  private refused(error: unknown): void {
    this.saved = '\u0000';
    const { code, extra } = problemOf(error);
    if (code !== 'draft.elsewhere') {
      this.state.set('failed');
      this.rhythm.later();
      return;
    }
    const theirs = { text: (extra['text'] as string | undefined) ?? '', savedAt: (extra['savedAt'] as string | null | undefined) ?? null };
    if (this.unanswered.has(theirs.text) && theirs.text) {
      this.over = theirs.savedAt;
      void this.flush();
    } else {
      this.elsewhere.set(theirs);
      this.state.set('elsewhere');
    }
  }
}

const joined = (theirs: string, mine: string): string => [theirs, mine].filter(Boolean).join('\n\n');
