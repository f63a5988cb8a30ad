import { IsIn, Matches } from 'class-validator';

/** What became of the promise of a first contact. Each request is exactly one of these. */
export const PROMISE_FIGURES = ['kept', 'missed', 'open', 'ended', 'none'] as const;
export type PromiseFigure = (typeof PROMISE_FIGURES)[number];

/** Requests by what became of their promise. The share is kept of kept and missed; nothing else is in it. */
export class PromiseCountsView {
  /** The Monday of the week in which they were sent, where the desk is; null for all twelve weeks. */
  week: string | null;
  /** 0 now to 3 no rush, as it is today; null for all. */
  urgency: number | null;
  kept: number;
  /** Contacted too late, or not contacted and the time is over. */
  missed: number;
  /** Nobody contacted them, and there is time left or the clock stands still. */
  open: number;
  /** Closed or merged into another before the time was over, without a contact. */
  ended: number;
  /** Nothing was promised: from before there were promises. */
  none: number;
  all: number;
}

export class PromisesView {
  /** The first day that is counted. */
  since: string;
  /** By week and urgency, by week, by urgency, and all: the newest week first. */
  rows: PromiseCountsView[];
}

/** One number of the report, as its address names it. */
export class PromiseNumber {
  @IsIn(PROMISE_FIGURES)
  figure: PromiseFigure;
  /** The Monday of a week, or all twelve. */
  @Matches(/^(all|20\d\d-\d\d-\d\d)$/, { message: 'week|Name the Monday of a week, as 2026-11-09, or all' })
  week: string;
  @IsIn(['all', '0', '1', '2', '3'])
  urgency: string;
}
