import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge, tap } from 'rxjs';
import { Api } from '../api/api';
import { Live } from '../api/live';
import type { GivenView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Session } from './session';

/** What colleagues gave to whoever is signed in, until they have seen it: on every screen, also when it came while they were away. */
@Injectable({ providedIn: 'root' })
export class Given {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  readonly list = signal<readonly GivenView[]>([]);

  /** Many are given by one press: they are told as one. */
  private came = 0;

  constructor() {
    const live = inject(Live);
    const session = inject(Session);
    const toMe = live.events.pipe(filter(({ type, body }) => type === 'inquiry.assigned' && body['toId'] === session.me()?.id && body['actorId'] !== session.me()?.id));
    const known = live.events.pipe(filter(({ subject }) => this.list().some(({ id }) => id === subject)));
    toMe.pipe(tap(() => this.came++), debounceTime(300), takeUntilDestroyed()).subscribe(({ body }) => this.tell(typeof body['actorName'] === 'string' ? body['actorName'] : 'A colleague'));
    merge(toMe, known, live.gap).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => void this.read());
    effect(() => {
      const me = session.me()?.id;
      untracked(() => { this.list.set([]); if (me) void this.read(); }); // nobody sees what was given to who was here before
    });
  }

  private tell(who: string): void {
    this.announcer.sayNow(this.came === 1 ? `${who} gave you a request.` : `${who} gave you ${this.came} requests.`);
    this.came = 0;
  }

  of(inquiryId: string): GivenView | undefined {
    return this.list().find(({ id }) => id === inquiryId);
  }

  async seen(inquiryId: string): Promise<void> {
    await this.api.post(`/inquiries/${inquiryId}/given/seen`).catch(() => undefined);
    await this.read();
  }

  async read(): Promise<void> {
    this.list.set(await this.api.get<GivenView[]>('/queue/given').catch(() => this.list()));
  }
}
