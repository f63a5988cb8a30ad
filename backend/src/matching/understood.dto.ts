import { SUGGESTED, type Suggestion } from './domain/suggestions.js';
import type { Tier } from './domain/reading/tier.js';
import { IsIn } from 'class-validator';

/** Where words stand in the person's own words, in UTF-16 units; `to` is behind them. */
export class SpanView {
  from: number;
  to: number;
}

/** What own words may have asked for. A person confirms it; until then it decides nothing. */
export class MeantView {
  @IsIn(SUGGESTED)
  taxonomy: Suggestion['taxonomy'];
  /** Code of a term; of a fact its name: payment, format, peer, veteran, lgbtq, access, time, age. */
  code: string;
  /** Of a fact; null for a term. */
  value: string | null;
  /** Name of a term; null for a fact, which the screen names as it names what is asked. */
  name: string | null;
  because: SpanView[];
}

/** How urgent the words sound. Nothing is said where they sound ordinary: that would say nothing of the person. */
export class SoundView {
  @IsIn(['hard', 'soft'])
  tier: Exclude<Tier, 'none'>;
  /** May be empty: it was learned from the whole of the words. */
  because: SpanView[];
}

/** What was understood of the person's own words. */
export class UnderstoodView {
  suggestions: MeantView[];
  /** Names of what they said they do not want. */
  away: string[];
  sounds: SoundView | null;
}
