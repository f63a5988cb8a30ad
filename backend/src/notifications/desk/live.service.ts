import { Injectable, type MessageEvent } from '@nestjs/common';
import { filter, interval, map, merge, share, takeUntil, type Observable } from 'rxjs';
import { Presence } from '../../intake/index.js';
import { Dispatcher, type Actor } from '../../platform/index.js';

/** Events that open screens want to know. Everything else stays inside. */
const SHOWN = /^(inquiry|options?|card|settings|follow-up|referral|consent|outcome|person|team)\./;
/** After these the account's next request is judged anew: its open stream ends, and the screen asks again. */
const JUDGED_ANEW = /^account\.(changed|deactivated|password-set)$/;
const PING_MS = 20_000;

/** The stream for open screens, with a ping so that proxies keep it. A screen that reconnects reads the queue anew. */
@Injectable()
export class Live {
  /** Written out once for all screens: two hundred of them get the same words. */
  private readonly events: Observable<MessageEvent>;

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly presence: Presence,
  ) {
    this.events = dispatcher.live.pipe(
      filter(({ type }) => SHOWN.test(type)),
      map(({ id, at, type, subject, body }) => ({ id, data: JSON.stringify({ id, at, type, subject, body }) })),
      share(),
    );
  }

  stream(actor: Actor): Observable<MessageEvent> {
    const over = this.dispatcher.live.pipe(filter(({ type, subject }) => JUDGED_ANEW.test(type) && subject === actor.id));
    const pings = interval(PING_MS).pipe(map(() => ({ type: 'ping', data: '' })));
    const people = this.presence.stream(actor).pipe(map((data) => ({ data })));
    return merge(this.events, people, pings).pipe(takeUntil(over));
  }
}
