import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Db, Dispatcher, Jobs, SYSTEM, type Tx } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { FIRST_CONTACT, REPLY_SECONDS, settled, type Asked, type Standing } from '../domain/promise.js';
import { FIRST_CONTACT_MADE, PROMISE, PUT_PROMISE, WAITED_ENOUGH } from './promise.sql.js';
import { promisedMinutes, staffedTime } from './staffed-time.js';

const WORK = 'intake.promises';
/** Whatever else may move a promise; each looks again, and finds nothing to do where the act itself did it. */
const MOVES = ['inquiry.urgency-set', 'inquiry.restored', 'inquiry.woke', 'inquiry.released'] as const;

/** What is written down of it. */
interface Put {
  minutes: number | null;
  due: Date | null;
  left: number | null;
  replyBy: Date | null;
}
type Row = Omit<Asked, 'minutes'> & Put & { priority: number };

/** By when somebody is to hear from the desk for the first time, always in the caller's transaction. Upstairs says when they did. */
@Injectable()
export class Promises implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly dispatcher: Dispatcher,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: WORK, retries: 0, cron: '* * * * *', work: async () => void (await this.look()) });
    for (const type of MOVES) this.dispatcher.on(type, (tx, { subject }) => this.settle(tx, subject));
    this.dispatcher.on('inquiry.added-to', (tx, { subject }) => this.answered(tx, subject));
  }

  /** Brings it to where it has to stand. Nothing once the first contact was made, or where nothing changed. */
  async settle(tx: Tx, id: string, answer?: { replyBy: Date | null }): Promise<void> {
    const [row] = await tx.query<Row>(PROMISE, [id]);
    if (!row) return;
    const now = this.clock.now();
    const desk = await this.settings.desk();
    const { replyBy } = answer ?? row;
    const after = settled(standingOf(row), { ...row, replyBy, minutes: promisedMinutes(desk, row.priority) }, staffedTime(desk), now);
    const put: Put = { ...after, replyBy: replyBy && replyBy > now ? replyBy : null };
    if (!same(row, put)) await tx.query(PUT_PROMISE, [id, put.minutes, put.due, put.left, put.replyBy]);
  }

  /** What came of a try to reach them. */
  async tried(tx: Tx, id: string, result: string): Promise<void> {
    if (FIRST_CONTACT[result] === 'contact') await this.contacted(tx, id, this.clock.now());
    if (FIRST_CONTACT[result] !== 'message') return;
    const time = staffedTime(await this.settings.desk());
    await this.settle(tx, id, { replyBy: time.after(this.clock.now(), REPLY_SECONDS) });
  }

  /** Somebody of the desk spoke with them, or gave them something. The first one counts. */
  async contacted(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(FIRST_CONTACT_MADE, [id, at]);
  }

  /** Runs the clocks again whose wait is over; how many. */
  async look(): Promise<number> {
    const rows = await this.db.as(SYSTEM, async (tx) => {
      const ended = await tx.query<{ id: string }>(WAITED_ENOUGH, [this.clock.now()]);
      for (const { id } of ended) await this.settle(tx, id);
      return ended;
    });
    if (rows.length) this.dispatcher.nudge();
    return rows.length;
  }

  /** Their answer came: it is the desk's turn again. */
  private answered(tx: Tx, id: string): Promise<void> {
    return this.settle(tx, id, { replyBy: null });
  }
}

const same = (a: Put, b: Put): boolean => a.minutes === b.minutes && a.left === b.left && a.due?.getTime() === b.due?.getTime() && a.replyBy?.getTime() === b.replyBy?.getTime();

function standingOf({ minutes, due, left }: Row): Standing | null {
  if (minutes === null) return null;
  return due ? { minutes, due, left: null } : { minutes, due: null, left: left ?? 0 };
}
