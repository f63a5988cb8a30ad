import { DOCUMENT, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { debounceTime, filter, fromEvent, interval, merge } from 'rxjs';
import { Api } from '../api/api';
import { Live } from '../api/live';
import { Announcer } from '../ui/announcer';
import { Session } from './session';

/** A light question, that nobody else's screen sees. */
const EACH = 60_000;

/** Notes about one's own requests that one has not read. No event tells of them, or colleagues would learn of it: they are asked for when somebody goes from place to place, comes back to the page, and once a minute while it is in view. */
@Injectable({ providedIn: 'root' })
export class Coaching {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  readonly unread = signal(0);

  constructor() {
    const went = inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd));
    const page = inject(DOCUMENT);
    const seen = merge(interval(EACH), fromEvent(page, 'visibilitychange')).pipe(filter(() => page.visibilityState === 'visible'));
    merge(went, inject(Live).gap, seen).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => void this.read());
    effect(() => {
      const me = this.session.me()?.id;
      untracked(() => { this.unread.set(0); if (me) void this.read(); });
    });
  }

  async read(): Promise<void> {
    if (!this.session.may('quality.read')) return;
    const before = this.unread();
    const { count } = await this.api.get<{ count: number }>('/quality/unread').catch(() => ({ count: before }));
    this.unread.set(count);
    if (count > before) this.announcer.say(count === 1 ? 'There is a note about a request of yours.' : `There are ${count} notes about requests of yours.`);
  }
}
