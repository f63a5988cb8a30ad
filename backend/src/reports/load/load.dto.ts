/** What a number of the load counts. */
export const LOAD_FIGURES = ['open', 'due', 'overdue', 'untouched', 'snoozed'] as const;
export type LoadFigure = (typeof LOAD_FIGURES)[number];

/** What somebody has in their hands. */
export class PersonLoadView {
  id: string;
  name: string;
  /** null for who is not on duty. */
  duty: 'on' | 'away' | null;
  /** False for an account that takes no requests any more and still has some. */
  works: boolean;
  /** Claimed and awake. */
  open: number;
  /** Of these: what is due today, or woke and was not seen. */
  due: number;
  /** Of these: whose day has passed. */
  overdue: number;
  /** Claimed, and nothing was done in it since. */
  untouched: number;
  /** Since when the oldest of these is theirs; null for none. */
  oldestUntouched: string | null;
  snoozed: number;
  /** Open tasks, also on the requests of others. */
  tasks: number;
}

/** One view of the queue. */
export class ViewLoadView {
  view: 'all' | 'new' | 'review' | 'snoozed';
  count: number;
  /** When the oldest was sent; null for none. */
  oldest: string | null;
}

export class LoadView {
  people: PersonLoadView[];
  views: ViewLoadView[];
}
