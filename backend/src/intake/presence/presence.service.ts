import { Injectable } from '@nestjs/common';
import { catchError, EMPTY, exhaustMap, from, map, merge, pairwise, ReplaySubject, share, startWith, Subject, switchMap, timer, type Observable } from 'rxjs';
import { Db, notFound, SYSTEM, type Actor } from '../../platform/index.js';
import { changesOf, type Here } from './changes.js';
import { KNOWN, LEAVE, NOW_HERE, SHOW, SWEEP } from './presence.sql.js';
import type { ShowPresence } from './presence.dto.js';

const BEAT = 1000;
const SWEEP_EVERY = 60_000;

/** What an open screen is told: first all of it, then what changed. */
export interface PresenceEvent {
  type: 'presence.all' | 'presence.changed';
  /** By request; empty for a request that nobody looks at any more. */
  body: Readonly<Record<string, readonly { id: string; name: string; writing: boolean }[]>>;
}

/**
 * Who looks at a request, and who writes in it. Shared by all server processes through one unlogged table that each reads once
 * a second while screens are open: no event, no audit row, no NOTIFY.
 */
@Injectable()
export class Presence {
  private readonly nudges = new Subject<void>();
  private sweptAt = 0;
  /** One reading for all screens of this process; none while nobody looks. */
  private readonly beats: Observable<readonly Here[]> = merge(timer(0, BEAT), this.nudges).pipe(
    exhaustMap(() => from(this.read()).pipe(catchError(() => EMPTY))),
    share({ connector: () => new ReplaySubject(1), resetOnRefCountZero: true }),
  );

  constructor(private readonly db: Db) {}

  /** Throws 404 for a request that is not there for this actor, whose screens are told nothing of it either. */
  async show(actor: Actor, inquiryId: string, { screen, here }: ShowPresence): Promise<void> {
    if (here) {
      const shown = await this.db.statement(actor, SHOW, [screen, actor.id, inquiryId, actor.restricted]);
      if (!shown.length) throw notFound('inquiry');
    } else await this.leave(actor, inquiryId, screen);
    this.nudges.next();
  }

  private async leave(actor: Actor, inquiryId: string, screen: string): Promise<void> {
    if (!(await this.db.statement(actor, KNOWN, [inquiryId, actor.restricted])).length) throw notFound('inquiry');
    await this.db.statement(actor, LEAVE, [screen, actor.id, inquiryId]);
  }

  /** For an open screen of `actor`: restricted requests only to who may open them. */
  stream(actor: Actor): Observable<PresenceEvent> {
    const mine = this.beats.pipe(map((all) => all.filter(({ restricted }) => !restricted || actor.restricted)));
    return mine.pipe(
      startWith(undefined),
      pairwise(),
      switchMap(([before, now]) => {
        const body = changesOf(before ?? [], now ?? []);
        return before && !Object.keys(body).length ? EMPTY : [{ type: before ? ('presence.changed' as const) : ('presence.all' as const), body }];
      }),
    );
  }

  private async read(): Promise<readonly Here[]> {
    if (Date.now() - this.sweptAt > SWEEP_EVERY) {
      this.sweptAt = Date.now();
      await this.db.statement(SYSTEM, SWEEP);
    }
    return this.db.statement<Here>(SYSTEM, NOW_HERE);
  }
}
