import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FailureCode, FromChild, Practiser, Seat, ToChild } from './domain/talk.js';

/** The built product: also a spec that runs from the sources starts this. */
const MAIN = join(__dirname, '..', '..', 'dist', 'practice-main.js');
/** Megabytes of objects. A practice desk that needs more ends, alone. */
const HEAP = 256;
const PATIENCE = 5000;

/** The practice desk's process, as the real desk sees it. It ends when this one ends, however that happens: the channel between them closes. */
export class Child {
  private readonly process: ChildProcess;
  private readonly seats = new Map<number, (seat: Seat | undefined) => void>();
  private turn = 0;
  failure: FailureCode | undefined;
  readonly ended: Promise<void>;
  readonly ready: Promise<void>;

  constructor(environment: Record<string, string>, begin: ToChild, says: (words: string) => void) {
    const { DATA_DIR = '' } = environment; // in the arguments, so that an operator sees whose process it is
    this.process = fork(MAIN, ['practice', DATA_DIR], { env: environment, execArgv: [`--max-old-space-size=${HEAP}`], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.process.on('error', () => undefined); // it also ends then
    this.ended = once(this.process, 'close').then(() => this.emptied(), () => this.emptied());
    this.ready = new Promise((done) => this.process.on('message', (said: FromChild) => this.hear(said, says, done)));
    this.say(begin);
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Makes who practises a member of the practice desk and signs them in there; undefined when it could not. */
  seat(who: Practiser): Promise<Seat | undefined> {
    const turn = ++this.turn;
    return new Promise((done) => {
      this.seats.set(turn, done);
      if (!this.process.connected) return this.emptied();
      this.say({ kind: 'seat', turn, who });
    });
  }

  /** Asks it to end, and ends it when it does not listen. */
  async stop(): Promise<void> {
    const force = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
    this.process.kill('SIGTERM');
    await this.ended;
    clearTimeout(force);
  }

  private hear(said: FromChild, says: (words: string) => void, done: () => void): void {
    if (said.kind === 'says') says(said.words);
    else if (said.kind === 'failed') this.failure = said.code;
    else if (said.kind === 'ready') done();
    else this.take(said.turn, said.seat);
  }

  private take(turn: number, seat: Seat | undefined): void {
    this.seats.get(turn)?.(seat);
    this.seats.delete(turn);
  }

  private emptied(): void {
    for (const turn of [...this.seats.keys()]) this.take(turn, undefined);
  }

  private say(words: ToChild): void {
    this.process.send(words, () => undefined); // one that has just ended hears nothing more
  }
}
