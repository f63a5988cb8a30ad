import { Injectable } from '@nestjs/common';
import { Clock, Db, PUBLIC, Sealer, sha256, token, type Place } from '../../platform/index.js';

export const IDLE_MINUTES = 20;
const IDLE_MS = IDLE_MINUTES * 60_000;

/** What is kept while somebody is here. `cookie` is the only secret of it that leaves the server. */
export interface Sealed<State> {
  cookie: string;
  secret: Buffer;
  state: State;
}

const READ = `update pages.visit set seen_at = $2, ends_at = $3 where id_hash = $1 and ends_at > $2 returning data_key, answers`;
const BEGIN = `insert into pages.visit (id_hash, data_key, answers, started_at, seen_at, ends_at) values ($1, $2, $3, $4, $4, $5)`;

/** Visits of one kind: sealed under a key of their own, gone 20 minutes after the last page. Nothing else of them exists. */
@Injectable()
export class SealedVisits<State> {
  /** Part of what is hashed: a cookie of one kind opens nothing of another. */
  protected readonly kind: string = '';

  constructor(
    protected readonly db: Db,
    protected readonly sealer: Sealer,
    protected readonly clock: Clock,
  ) {}

  async start(state: State): Promise<Sealed<State>> {
    const now = this.clock.now();
    const cookie = token();
    const { secret, wrapped } = this.sealer.newKey(this.owner(cookie));
    await this.db.statement(PUBLIC, BEGIN, [this.hash(cookie), wrapped, this.sealer.seal(secret, state, this.place(cookie)), now, this.end(now)]);
    return { cookie, secret, state };
  }

  /** The open visit of a cookie, its end moved 20 minutes from now; undefined when it has ended. */
  async find(cookie: string | undefined): Promise<Sealed<State> | undefined> {
    if (!cookie) return undefined;
    const now = this.clock.now();
    const [row] = await this.db.statement<{ data_key: Buffer; answers: Buffer }>(PUBLIC, READ, [this.hash(cookie), now, this.end(now)]);
    if (!row) return undefined;
    const secret = this.sealer.openKey(row.data_key, this.owner(cookie));
    return { cookie, secret, state: this.sealer.open<State>(secret, row.answers, this.place(cookie)) };
  }

  async keep({ cookie, secret, state }: Sealed<State>): Promise<void> {
    await this.db.statement(PUBLIC, 'update pages.visit set answers = $2 where id_hash = $1', [this.hash(cookie), this.sealer.seal(secret, state, this.place(cookie))]);
  }

  async close(cookie: string | undefined): Promise<void> {
    if (cookie) await this.db.statement(PUBLIC, 'delete from pages.visit where id_hash = $1', [this.hash(cookie)]);
  }

  /** Proof that a posted form was made for this visit. */
  formToken(cookie: string): string {
    return this.sealer.keyed('form', this.kind + cookie).toString('base64url');
  }

  private hash(cookie: string): Buffer {
    return sha256(this.kind + cookie);
  }

  private owner(cookie: string): string {
    return this.hash(cookie).toString('hex');
  }

  private place(cookie: string): Place {
    return { table: 'pages.visit', column: 'answers', row: this.owner(cookie) };
  }

  private end(now: Date): Date {
    return new Date(now.getTime() + IDLE_MS);
  }
}
