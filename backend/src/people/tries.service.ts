import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, PUBLIC, Sealer, SYSTEM } from '../platform/index.js';

/** Five tries in 15 minutes; then 15 minutes of waiting, twice as long each time within a day, an hour at most. */
const FREE = 5;
const WINDOW = `interval '15 minutes'`;
const DAY = `interval '1 day'`;
const SWEEP = 'people.sweep-tries';

const WAITS = `(t.tries > ${FREE} and t.until > now())`; // of two statements at once the later may have the earlier now(): a row made just now is no wait
const ANEW = `(t.tries > ${FREE} or t.since < now() - ${WINDOW})`;
const SIXTH = `(not ${ANEW} and t.tries = ${FREE})`;
/**
 * One statement counts and decides, so that tries at once are each counted. A try during the wait is refused and does not make
 * it longer: who knows somebody's number can slow them down, but not keep them out for ever.
 */
const COUNT = `
insert into people.throttle as t (key, until) values ($1, now()) on conflict (key) do update set
  tries = case when ${WAITS} then t.tries when ${ANEW} then 1 else t.tries + 1 end,
  since = case when ${WAITS} or not ${ANEW} then t.since else now() end,
  total = case when ${WAITS} then t.total when t.since < now() - ${DAY} then 1 when ${SIXTH} then t.total + 1 else t.total end,
  until = case when not ${WAITS} and ${SIXTH} then now() + least(interval '1 hour', ${WINDOW} * power(2, case when t.since < now() - ${DAY} then 0 else t.total - 1 end)) else t.until end
returning case when tries > ${FREE} then greatest(1, ceil(extract(epoch from until - now())))::int else 0 end as wait`;

/** Slows down who guesses. Names are kept as keyed hashes; the row goes when nobody tried for a day. */
@Injectable()
export class Tries implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: SWEEP, retries: 0, cron: '17 * * * *', work: () => this.sweep() });
  }

  /** Counts one try, before anything is compared. Seconds to wait; 0 when this try may be made. */
  async count(purpose: string, name: string): Promise<number> {
    const [row] = await this.db.statement<{ wait: number }>(PUBLIC, COUNT, [this.key(purpose, name)]);
    return row?.wait ?? 0;
  }

  /** The try was right: all before it are forgotten. */
  async forget(purpose: string, name: string): Promise<void> {
    await this.db.statement(PUBLIC, 'delete from people.throttle where key = $1', [this.key(purpose, name)]);
  }

  /** The try was right: it does not count. Those before it do, for many people may share a name such as an address. */
  async giveBack(purpose: string, name: string): Promise<void> {
    await this.db.statement(PUBLIC, 'update people.throttle set tries = tries - 1 where key = $1 and tries > 0 and until <= now()', [this.key(purpose, name)]);
  }

  async sweep(): Promise<void> {
    await this.db.statement(SYSTEM, `delete from people.throttle where until is not null and until < now() - ${DAY} and since < now() - ${DAY}`);
  }

  private key(purpose: string, name: string): Buffer {
    return this.sealer.keyed('tries', purpose, name);
  }
}
