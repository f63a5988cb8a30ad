import { Injectable } from '@nestjs/common';
import { log } from '../platform/index.js';
import type { Learned } from './domain/reading/learned.js';
import { learn, learnedAhead } from './learned-ahead.js';
import { Phrases, type SaidLine } from './phrases.service.js';

const ABOUT = ['need', 'crisis'] as const;
type About = SaidLine['about'];

/** What was learned of one version of the example lines. */
export interface Lesson {
  stamp: string;
  of(about: About): Promise<Learned>;
}

/**
 * What the example lines teach. The product's own were learned by the build; where the desk changed some, they are learned anew
 * beside the work, for seconds, and until then what was known before answers: no question waits for it.
 */
@Injectable()
export class Lessons {
  private now: Lesson | undefined;
  private opening: Promise<Lesson> | undefined;
  /** The version that is being learned, the last one that was asked for. */
  private wanted: string | undefined;
  private work: Promise<void> | undefined;

  constructor(private readonly phrases: Phrases) {}

  /** Names what is known now: it is another one once something was learned. */
  get stamp(): string {
    return this.now?.stamp ?? '';
  }

  /** Whether lines were changed that are not learned yet. */
  get isLearning(): boolean {
    return this.work !== undefined;
  }

  /** What is known, by the version of the lines. */
  async at(stamp: string): Promise<Lesson> {
    const known = this.now ?? (await (this.opening ??= this.open(stamp)));
    if (known.stamp !== stamp) this.learnAnew(stamp);
    return this.now ?? known;
  }

  /** Resolves when nothing is left to be learned. */
  async settled(): Promise<void> {
    while (this.work) await this.work;
  }

  /** At the start: what the build learned of the lines as they are, or of the product's own, whatever the desk changed since; else they are learned now. */
  private async open(stamp: string): Promise<Lesson> {
    try {
      const lines = await this.phrases.examples('now');
      const ahead = lesson(stamp, lines, learnedAhead) ?? lesson('', await this.phrases.examples('product'), learnedAhead);
      this.now = ahead ?? slowly(stamp, lines);
      return this.now;
    } finally {
      this.opening = undefined;
    }
  }

  private learnAnew(stamp: string): void {
    this.wanted = stamp;
    this.work ??= this.catchUp().catch((error: unknown) => log('lexicon.unlearned', { kind: error instanceof Error ? error.name : 'unknown' })).finally(() => (this.work = undefined));
  }

  private async catchUp(): Promise<void> {
    while (this.wanted !== undefined && this.wanted !== this.now?.stamp) {
      const stamp = this.wanted;
      const lines = await this.phrases.examples('now');
      const fresh = lesson(stamp, lines, learnedAhead) ?? slowly(stamp, lines);
      for (const about of ABOUT) await fresh.of(about);
      this.now = fresh;
    }
  }
}

const about = (lines: readonly SaidLine[], which: About): SaidLine[] => lines.filter((line) => line.about === which);

/** Undefined where one of the two is not known. */
function lesson(stamp: string, lines: readonly SaidLine[], known: (lines: readonly SaidLine[]) => Learned | undefined): Lesson | undefined {
  const [need, crisis] = ABOUT.map((which) => known(about(lines, which)));
  return need && crisis && { stamp, of: (which) => Promise.resolve(which === 'need' ? need : crisis) };
}

/** Each of the two is learned when it is first asked, and once; one whose lines did not change is taken from the build. */
function slowly(stamp: string, lines: readonly SaidLine[]): Lesson {
  const learned = new Map<About, Promise<Learned>>();
  const of = (which: About): Promise<Learned> => {
    const known = learned.get(which) ?? Promise.resolve(about(lines, which)).then((own) => learnedAhead(own) ?? learn(own));
    learned.set(which, known);
    return known;
  };
  return { stamp, of };
}
