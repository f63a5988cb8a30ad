import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Config, DeskError, log, schemaMark, SisterDatabases, sisterUrl } from '../platform/index.js';
import { Child } from './child.js';
import { REST_AFTER } from './domain/passing.js';
import { FAILURES, failureOf, type FailureCode, type Practiser, type Seat, type ToChild } from './domain/talk.js';

export type PracticeState = 'off' | 'resting' | 'starting' | 'ready' | 'failed';
const TICK = 30_000;
/** The template of all practice, and practice itself: databases beside the real one. */
export const TEMPLATE = '_practice_template';
export const PRACTICE = '_practice';
export const MAKING = '_practice_making';

/**
 * The practice desk: a process of its own on a database of its own (decision 53). Started when somebody first practises, stopped when nobody
 * did for half an hour. What becomes of it never reaches the real desk.
 */
@Injectable()
export class PracticeDesk implements OnModuleDestroy {
  private child: Child | undefined;
  private starting: Promise<void> | undefined;
  /** 0700: nobody else reaches the socket in it. Made when it is first needed. */
  private folder: string | undefined;
  private usedAt = 0;
  private closed = false;
  private readonly timer = setInterval(() => void this.restIfUnused(), TICK).unref();
  state: PracticeState = 'resting';
  /** What is going on, for who waits. */
  says = '';

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    if (!config.PRACTICE) this.state = 'off';
  }

  get socket(): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'referral-desk-practice-'));
    return join(this.folder, 'socket');
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Its start, begun if it does not run; one start for all who ask meanwhile. `anew` throws away what was practised. Throws 503 saying why it cannot. */
  async start(anew = false): Promise<void> {
    if (this.state === 'off' || this.closed) throw new DeskError(503, 'practice.off', 'Practice is switched off on this desk (PRACTICE=0).');
    this.usedAt = this.clock.now().getTime();
    if (this.state === 'ready' && !anew) return;
    this.starting ??= this.begin(anew).finally(() => (this.starting = undefined));
    await this.starting;
  }

  used(): void {
    this.usedAt = this.clock.now().getTime();
  }

  async seat(who: Practiser): Promise<Seat> {
    const seat = await this.child?.seat(who);
    if (!seat) throw new DeskError(503, 'practice.stopped', 'The practice desk stopped. It is started again: try once more.', [], { retryAfter: 2 });
    return seat;
  }

  /** Half an hour after the last act of somebody it ends; the next one starts it again with everything that was practised. */
  async restIfUnused(): Promise<void> {
    if (this.state === 'ready' && this.clock.now().getTime() - this.usedAt > REST_AFTER) await this.rest();
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.rest();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  private async rest(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    await child?.stop();
    if (this.state !== 'off') this.state = 'resting';
  }

  private async begin(anew: boolean): Promise<void> {
    this.state = 'starting';
    this.says = 'Getting the practice desk ready …';
    const child = this.child;
    this.child = undefined;
    await child?.stop();
    await this.make();
    await this.serve(anew);
  }

  /** The template, once for each version of the product. Its process ends with it: what the making needs is given back. */
  private async make(): Promise<void> {
    const known = await new SisterDatabases(this.config.ownerUrl).note(TEMPLATE).catch((error: unknown) => this.fail(failureOf(error)));
    if (known === schemaMark() || this.closed) return;
    const child = this.run(MAKING, { kind: 'make' });
    await child.ended;
    if (child.failure) this.fail(child.failure);
  }

  private async serve(anew: boolean): Promise<void> {
    const begun = this.clock.now().getTime();
    const child = this.run(PRACTICE, { kind: 'serve', socket: this.socket, anew });
    const ready = await Promise.race([child.ready.then(() => true), child.ended.then(() => false)]);
    if (!ready) this.fail(child.failure ?? 'practice.failed');
    this.state = 'ready';
    this.usedAt = this.clock.now().getTime();
    log('practice.started', { milliseconds: this.clock.now().getTime() - begun });
    void child.ended.then(() => this.lost(child));
  }

  private run(suffix: string, begin: ToChild): Child {
    if (this.closed) this.fail('practice.failed');
    const child = new Child(this.environment(suffix), begin, (words) => (this.says = words));
    this.child = child;
    return child;
  }

  /** It ended by itself: a crash, or somebody ended it. The next who practises starts it again. */
  private lost(child: Child): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.state = 'resting';
    log('practice.lost', {});
  }

  private fail(code: FailureCode): never {
    this.child = undefined;
    this.state = 'failed';
    this.says = FAILURES[code];
    log('practice.failed', { code });
    throw new DeskError(503, code, FAILURES[code]);
  }

  /** Nothing of the real desk goes along but where the database server is: no key ring, no mail server, no public address. */
  private environment(suffix: string): Record<string, string> {
    const { ownerUrl, DATABASE_URL_DESK, DATABASE_URL_PARTNER, DATA_DIR, LOG_LEVEL } = this.config;
    return {
      DATABASE_URL: sisterUrl(ownerUrl, suffix),
      ...(DATABASE_URL_DESK && { DATABASE_URL_DESK: sisterUrl(DATABASE_URL_DESK, suffix) }),
      ...(DATABASE_URL_PARTNER && { DATABASE_URL_PARTNER: sisterUrl(DATABASE_URL_PARTNER, suffix) }),
      DATA_DIR: join(DATA_DIR, 'practice'), BASE_URL: 'http://localhost', PORT: '0', DEMO: '1', PRACTICE: '0', DATABASE_POOL: '4', LOG_LEVEL,
    };
  }
}
