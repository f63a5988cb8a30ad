import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';
import { SYSTEM } from '../actor.js';
import { Db, type Tx } from '../database/db.js';
import { log } from '../log.js';

/** One row of the event table, after its transaction and every older one has ended. */
export interface StoredEvent {
  id: string;
  at: string;
  type: string;
  subject: string;
  body: Record<string, unknown>;
}

/** Turns an event into work, inside the dispatcher's transaction: create jobs or rows here, never talk to the world. Must be idempotent. */
export type EventHandler = (tx: Tx, event: StoredEvent) => Promise<void>;

const BATCH = 200;
const PAUSE = 1000;
/** Under load many commits are read together: screens wait 5 ms at most, jobs a tenth of a second. */
const FEED_SPACING = 5;
const DRAIN_SPACING = 100;

/*
 * Reads rows whose transaction is older than every running one, in (xid, id) order. Never by `id > last`: a transaction
 * that commits later may hold a lower id, and its events would be lost (house.md 6).
 */
const READY = `
  select e.id::text as id, e.xid::text as xid, e.at, e.type, e.subject, e.body
  from platform.event e, (select xid, id from platform.event_cursor where name = $1) c
  where (e.xid, e.id) > (c.xid, c.id) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
  order by e.xid, e.id limit ${BATCH}`;

/**
 * Two readers of the one event table. The *durable* one, one at a time over all processes (advisory lock), hands events to
 * the registered handlers and moves its cursor in the same transaction. The *live* one, one for each process, feeds this
 * process's open screens and remembers its place only in memory.
 */
@Injectable()
export class Dispatcher implements OnModuleDestroy {
  private readonly handlers = new Map<string, EventHandler[]>();
  private readonly published = new Subject<StoredEvent>();
  private place: { xid: string; id: string } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private drainedAt = 0;
  private skippedAt = 0;
  private waiting = false;
  private started = false;
  private stopped = false;

  constructor(private readonly db: Db) {}

  /** Events for open screens: at least once for each process, in order. */
  get live(): Observable<StoredEvent> {
    return this.published;
  }

  on(type: string, handler: EventHandler): void {
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
  }

  /** Starts looking, from here on: a screen that opens when it is done misses nothing. Called by the server, not by the operator's commands: a handler may create jobs. */
  async start(): Promise<void> {
    this.place = await this.newest();
    this.started = true;
    this.schedule(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    this.published.complete();
  }

  /** Looks now instead of at the next turn: call it after a commit that people wait to see. */
  nudge(): void {
    if (this.running) this.again = true;
    else if (this.started) this.schedule(0);
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().finally(() => {
        this.running = undefined;
        this.schedule(this.again ? FEED_SPACING : this.waiting ? DRAIN_SPACING : PAUSE);
        this.again = false;
      });
    }, milliseconds);
  }

  private async turn(): Promise<void> {
    try {
      await this.feedScreens();
      this.waiting = Date.now() - this.drainedAt < DRAIN_SPACING;
      if (this.waiting) return;
      await this.drain();
      this.drainedAt = Date.now();
    } catch (error) {
      log('dispatcher.failed', { kind: error instanceof Error ? error.message.slice(0, 80) : typeof error });
    }
  }

  /** Handles everything that is ready. Public so that specs and the operator's commands need not wait for the timer. */
  async drain(): Promise<void> {
    while ((await this.handleBatch()) === BATCH);
  }

  private handleBatch(): Promise<number> {
    return this.db.as(SYSTEM, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('platform.dispatcher')) as mine`);
      if (!lock?.mine) return 0;
      await tx.query(`insert into platform.event_cursor (name) values ('jobs') on conflict do nothing`);
      const events = await tx.query<StoredEvent & { xid: string }>(READY, ['jobs']);
      for (const event of events) for (const handler of this.handlers.get(event.type) ?? []) await handler(tx, event);
      const last = events.at(-1);
      if (last) await tx.query(`update platform.event_cursor set xid = $1::xid8, id = $2 where name = 'jobs'`, [last.xid, last.id]);
      return events.length;
    });
  }

  private async feedScreens(): Promise<void> {
    if (!this.place || !this.published.observed) return this.skip();
    const events = await this.db.statement<StoredEvent & { xid: string }>(
      SYSTEM,
      `select e.id::text as id, e.xid::text as xid, e.at, e.type, e.subject, e.body from platform.event e
       where (e.xid, e.id) > ($1::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid, e.id limit ${BATCH}`,
      [this.place.xid, this.place.id],
    );
    for (const { xid, ...event } of events) {
      this.place = { xid, id: event.id };
      this.published.next(event);
    }
    if (events.length === BATCH) this.again = true;
  }

  /** Nobody looks: moves on once a second, so that who comes then is told what happened since, and no more. */
  private async skip(): Promise<void> {
    if (this.place && Date.now() - this.skippedAt < PAUSE) return;
    const place = await this.newest();
    if (this.place && this.published.observed) return; // somebody came while we asked
    this.place = place;
    this.skippedAt = Date.now();
  }

  private async newest(): Promise<{ xid: string; id: string }> {
    const [row] = await this.db.statement<{ xid: string }>(SYSTEM, 'select pg_snapshot_xmin(pg_current_snapshot())::text as xid');
    return { xid: row?.xid ?? '0', id: '0' };
  }
}
