import { IsIn } from 'class-validator';
import { HINT_DECISIONS, type HintDecision } from './urgency-hint.entity.js';

/** Own words sounded urgent, and what a person decided about it. Where there is none nothing is said: that would say nothing of the person. */
export class UrgencyHintView {
  @IsIn(['hard', 'soft'])
  tier: 'hard' | 'soft';
  /** Null until somebody decided. */
  @IsIn([...HINT_DECISIONS, null])
  decision: HintDecision | null;
  decidedBy: string | null;
  /** ISO date-time. */
  decidedAt: string | null;
}

export class DecideUrgency {
  /** In danger now, heavy and not in danger, or not what they mean. */
  @IsIn(HINT_DECISIONS)
  decision: HintDecision;
}

/** How often own words sounded urgent, and what people decided. */
export class UrgencyCounts {
  @IsIn(['hard', 'soft'])
  tier: 'hard' | 'soft';
  heard: number;
  danger: number;
  heavy: number;
  notMeant: number;
  /** Nobody decided. */
  open: number;
}
