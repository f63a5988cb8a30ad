import { Injectable } from '@nestjs/common';
import { Past } from '../domain/experience.js';
import type { Weights } from '../domain/weights.js';
import { Chronicle } from './chronicle.js';
import { LiveWeights, type Live } from './live-weights.service.js';

const KEPT_MS = 3 * 60_000;

/** By what places are judged now: the live weights, and what came of earlier referrals. That is read through a copy of at most 3 minutes. */
@Injectable()
export class Judgement {
  private copy: { at: number; halfLife: number; past: Promise<Past> } | undefined;

  constructor(
    private readonly live: LiveWeights,
    private readonly chronicle: Chronicle,
  ) {}

  async now(): Promise<Live> {
    const live = await this.live.now();
    return { ...live, past: await this.past(live.weights) };
  }

  /** What came of earlier referrals, as these weights look at it. */
  past({ halfLife }: Pick<Weights, 'halfLife'>): Promise<Past> {
    const { copy } = this;
    if (copy && copy.halfLife === halfLife && Date.now() - copy.at < KEPT_MS) return copy.past;
    const past = this.chronicle.lessons(halfLife).then((lessons) => new Past(lessons));
    this.copy = { at: Date.now(), halfLife, past };
    past.catch(() => (this.copy = undefined)); // the next question asks again
    return past;
  }
}
