import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge } from 'rxjs';
import { Api } from '../api/api';
import { Live } from '../api/live';
import type { OpenCrisisView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Session } from './session';

/** Crisis records that go on at the desk, for who supervises: on every screen, also what came while they were away. */
@Injectable({ providedIn: 'root' })
export class Crises {
  private readonly api = inject(Api);
  readonly list = signal<readonly OpenCrisisView[]>([]);
  /** A supervisor was called in, and none has come. */
  readonly calling = computed(() => this.list().filter(({ calledAt, supervisor }) => calledAt !== null && !supervisor));

  constructor() {
    const announcer = inject(Announcer);
    const session = inject(Session);
    const { events, gap } = inject(Live);
    events.pipe(filter(({ type, body }) => type === 'inquiry.crisis-called' && body['actorId'] !== session.me()?.id), takeUntilDestroyed()).subscribe(({ body }) => {
      announcer.sayNow(`${typeof body['actorName'] === 'string' ? body['actorName'] : 'A colleague'} calls a supervisor in.`);
    });
    merge(events.pipe(filter(({ type }) => /^inquiry\.(crisis-|assign|erase)/.test(type))), gap).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => void this.read());
    effect(() => {
      const may = session.may('load.read');
      untracked(() => { this.list.set([]); if (may) void this.read(); }); // nobody sees what was there for who was here before
    });
  }

  private async read(): Promise<void> {
    this.list.set(await this.api.get<OpenCrisisView[]>('/crises').catch(() => this.list()));
  }
}
