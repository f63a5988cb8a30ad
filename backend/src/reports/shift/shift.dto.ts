/** Something to turn to a request for. */
export class ShiftDueView {
  /** A kind of follow-up, `task` for an open one of one's own, or `needs-open` where a need has no option yet. */
  kind: string;
  /** The desk's day, YYYY-MM-DD; null where it is no matter of a day. */
  on: string | null;
  late: boolean;
}

/** One of one's open requests, at the end of a shift: no name, no contact, no own words. */
export class ShiftRowView {
  id: string;
  reference: string;
  version: number;
  priority: number;
  safety: 'yes' | 'no' | 'unsure' | 'undisclosed';
  language: string;
  topics: string[];
  /** Until when it sleeps; null while it is awake or sleeps for a word or an answer. */
  wakesAt: string | null;
  asleep: boolean;
  /** Whether it came back from its sleep and nobody has seen that. */
  woke: boolean;
  /** Whether somebody's draft of a note stands in it: the actor's. */
  draft: boolean;
  dues: ShiftDueView[];
}
