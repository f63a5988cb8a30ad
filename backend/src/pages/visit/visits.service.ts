import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Db, PUBLIC, Sealer, sha256, SYSTEM, token, type Place } from '../../platform/index.js';
import type { Answers } from '../ask/answers/answers.js';

export const IDLE_MINUTES = 20;
const IDLE_MS = IDLE_MINUTES * 60_000;
const SWEEP_MS = 60_000;

/** What is kept after sending, until the visit ends: enough to show the receipt again. The answers are gone. */
export interface Sent {
  inquiryId: string;
  reference: string;
  code: string;
  /** By when a person reads it, ISO; absent while desk hours are unset. */
  by?: string;
  /** The person contacts the desk. */
  self: boolean;
  young: boolean;
  /** Fingerprint of the words that were added last: the same words twice are a double click. */
  added?: string;
}

export interface VisitState {
  /** Idempotency key, made when the form opens. */
  key: string;
  startedAt: number;
  /** The trap field was filled in. */
  trapped: boolean;
  answers: Answers;
  sent?: Sent;
}

/** One open form. `cookie` is the only secret of it that leaves the server. */
export interface Visit {
  cookie: string;
  secret: Buffer;
  state: VisitState;
}

const READ = `update pages.visit set seen_at = $2, ends_at = $3 where id_hash = $1 and ends_at > $2 returning data_key, answers`;
const BEGIN = `insert into pages.visit (id_hash, data_key, answers, started_at, seen_at, ends_at) values ($1, $2, $3, $4, $4, $5)`;

const hashOf = (cookie: string): Buffer => sha256(cookie);
const owner = (cookie: string): string => hashOf(cookie).toString('hex');
const place = (cookie: string): Place => ({ table: 'pages.visit', column: 'answers', row: owner(cookie) });

/** Forms being filled in: sealed under a key of their own, gone 20 minutes after the last page. Nothing else of them exists. */
@Injectable()
export class Visits implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  async begin(): Promise<Visit> {
    const now = this.clock.now();
    const cookie = token();
    const { secret, wrapped } = this.sealer.newKey(owner(cookie));
    const state: VisitState = { key: token(), startedAt: now.getTime(), trapped: false, answers: {} };
    await this.db.statement(PUBLIC, BEGIN, [hashOf(cookie), wrapped, this.sealer.seal(secret, state, place(cookie)), now, this.end(now)]);
    return { cookie, secret, state };
  }

  /** The open visit of a cookie, its end moved 20 minutes from now; undefined when it has ended. */
  async find(cookie: string | undefined): Promise<Visit | undefined> {
    if (!cookie) return undefined;
    const now = this.clock.now();
    const [row] = await this.db.statement<{ data_key: Buffer; answers: Buffer }>(PUBLIC, READ, [hashOf(cookie), now, this.end(now)]);
    if (!row) return undefined;
    const secret = this.sealer.openKey(row.data_key, owner(cookie));
    return { cookie, secret, state: this.sealer.open<VisitState>(secret, row.answers, place(cookie)) };
  }

  async keep({ cookie, secret, state }: Visit): Promise<void> {
    await this.db.statement(PUBLIC, 'update pages.visit set answers = $2 where id_hash = $1', [hashOf(cookie), this.sealer.seal(secret, state, place(cookie))]);
  }

  async close(cookie: string | undefined): Promise<void> {
    if (cookie) await this.db.statement(PUBLIC, 'delete from pages.visit where id_hash = $1', [hashOf(cookie)]);
  }

  /** Proof that a posted form was made for this visit. */
  formToken(cookie: string): string {
    return this.sealer.keyed('form', cookie).toString('base64url');
  }

  private end(now: Date): Date {
    return new Date(now.getTime() + IDLE_MS);
  }

  private async sweep(): Promise<void> {
    await this.db.statement(SYSTEM, 'delete from pages.visit where ends_at <= $1', [this.clock.now()]);
  }
}
