import { IsInt, IsObject, IsOptional, IsString, Length, Min } from 'class-validator';
import type { WeightGroup } from '../domain/weights.js';

/** One number of the order, with what is live. */
export class WeightView {
  name: string;
  /** need, kind, people, practical, checked, words, order, experience. */
  group: WeightGroup;
  title: string;
  /** What it does, in plain words. */
  does: string;
  value: number;
  /** The product's own. */
  own: number;
  least: number;
  most: number;
  /** Only whole numbers. */
  whole: boolean;
}

/** Before and after. */
export class PairView {
  before: number;
  after: number;
}

/** What a version would have changed for past requests. Counts alone. */
export class ReplayView {
  /** Requests that were answered again, and how many there are to answer: fewer where it took too long. */
  asked: number;
  of: number;
  /** Whose first place is another. */
  otherFirst: number;
  /** Among whose first five is another place. */
  otherFive: number;
  /** Places that people chose, or that said yes: how many of them stand higher, lower, and as before. */
  rise: number;
  fall: number;
  same: number;
  /** Places among the first ten that a hard rule forbids: always 0, or something is broken. */
  violations: number;
  /** Requests without any peer service. */
  peerGaps: PairView;
  /** Different organizations among all first fives. */
  organizations: PairView;
  /** Percent of all first fives that the ten busiest organizations have. */
  busiestTen: PairView;
}

export class WeightChangeView {
  name: string;
  title: string;
  from: number;
  to: number;
}

export class TurnView {
  /** ISO date-time. */
  since: string;
  /** Null: the product itself. */
  by: string | null;
  why: string;
}

export class WeightsVersionView {
  number: number;
  label: string;
  /** Null: the product itself. */
  by: string | null;
  /** ISO date-time. */
  at: string;
  /** What it says otherwise than the product's own. */
  changes: WeightChangeView[];
  replay: ReplayView | null;
  /** ISO date-time. */
  replayedAt: string | null;
  /** When it began to order, the latest first; none for a draft. */
  turns: TurnView[];
}

export class WeightsDraftView extends WeightsVersionView {
  values: Record<string, number>;
  version: number;
}

/** How places are ordered: what counts how much, since when, by whom and why. */
export class OrderingView {
  weights: WeightView[];
  /** Number of the version that orders now; 0 before any is stored. */
  live: number;
  /** All that ordered once, the newest first. */
  versions: WeightsVersionView[];
  draft: WeightsDraftView | null;
  /** What this reader may do: change. */
  actions: 'change'[];
}

/** A draft's numbers. What is left out stays as the product has it. */
export class DraftWeights {
  @IsString() @Length(1, 80, { message: 'label|Say in a few words what it is for' })
  label: string;

  /** By the weights' names. */
  @IsObject()
  values: Record<string, number>;

  /** Of the draft that was read; absent where there was none. */
  @IsOptional() @IsInt() @Min(1)
  version?: number;
}

export class MakeLive {
  @IsInt() @Min(1)
  number: number;

  /** Kept with it; name nobody who asks for help. */
  @IsString() @Length(5, 500, { message: 'why|Say why, in 5 to 500 characters' })
  why: string;

  /** Number of what is live as it was read: somebody may have been quicker. */
  @IsInt() @Min(0)
  replaces: number;
}
