import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge } from 'rxjs';
import { Act } from '../api/act';
import { Api } from '../api/api';
import { Live } from '../api/live';
import type { NextView, ReturningView } from '../api/types';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';

/** How long a claim can be taken back by one press. */
export const UNDO_MS = 10_000;

/** Work that goes round by itself: which request is next, the undo of a claim, and what goes back soon. */
@Injectable()
export class Guide {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  readonly act = new Act();
  /** The request that *Next* gave, until it is claimed or left to others. */
  readonly given = signal<string | null>(null);
  readonly skipping = signal(false);
  /** The claim that can be taken back now. */
  readonly undoable = signal<string | null>(null);
  readonly returning = signal<readonly ReturningView[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const live = inject(Live);
    const warned = live.events.pipe(filter(({ type, body }) => type === 'inquiry.return-warned' && body['holder'] === this.session.me()?.id));
    // What happens in the requests of others changes nothing here: of a busy desk each screen reads only its own anew.
    const worked = live.events.pipe(filter(({ subject }) => this.returning().some(({ id }) => id === subject)));
    merge(warned, worked, live.gap).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => void this.read());
    warned.pipe(takeUntilDestroyed()).subscribe(() => this.announcer.sayNow('A request of yours goes back to the queue soon.'));
    void this.read();
  }

  /** The id of the most urgent request that nobody has or views; null when there is none, which is said. */
  async next(): Promise<string | null> {
    let id: string | null = null;
    const done = await this.act.run(async () => { id = (await this.api.post<NextView>('/queue/next')).id; });
    this.given.set(id);
    this.skipping.set(false);
    if (done && !id) this.announcer.say('Nothing is free for you right now.');
    return id;
  }

  /** Answers whether it was written down. */
  async skip(reason: string, words: string): Promise<boolean> {
    const id = this.given();
    return this.act.run(() => this.api.post(`/inquiries/${id}/skip`, { reason, words: reason === 'other' ? words.trim() || null : null }));
  }

  claimed(id: string): void {
    clearTimeout(this.timer);
    this.given.set(null);
    this.skipping.set(false);
    this.undoable.set(id);
    this.timer = setTimeout(() => this.undoable.set(null), UNDO_MS);
  }

  /** Something else was done since: the key that takes back is of that. */
  moved(): void {
    clearTimeout(this.timer);
    this.undoable.set(null);
  }

  /** Answers whether the request is free again. */
  async undo(): Promise<string | null> {
    const id = this.undoable();
    this.undoable.set(null);
    const done = await this.act.run(() => this.api.post(`/inquiries/${id}/claim/undo`));
    this.announcer.say(done ? 'Undone. The request is free again.' : (this.act.problem()?.title ?? ''));
    return done ? id : null;
  }

  async keep(id: string): Promise<void> {
    if (await this.act.run(() => this.api.post(`/inquiries/${id}/keep`))) this.announcer.say('It stays yours.');
    await this.read();
  }

  private async read(): Promise<void> {
    this.returning.set(await this.api.get<ReturningView[]>('/queue/returning').catch(() => []));
  }
}
