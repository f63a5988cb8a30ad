import type { Holiday } from './holidays.js';
import type { ScheduleRule } from './rule.js';
import { Calendar, type Session } from './sessions.js';

/** How far ahead an opening is looked for: a season comes round in a year. */
const AHEAD_DAYS = 400;
/** What goes on for so long has no end worth a word. */
const ALWAYS_DAYS = 8;

/** Sessions of the days from yesterday, which may reach past midnight, to `days` ahead; day by day, so that asking little costs little. */
function* sessionsFrom(calendar: Calendar, today: number, days: number): Generator<Session> {
  for (let ahead = -1; ahead <= days; ahead++) yield* calendar.on(today + ahead);
}

const around = (calendar: Calendar, at: number): Session[] => [...sessionsFrom(calendar, calendar.localDay(at), 0)].filter(({ from, to }) => from <= at && at < to);

function stateAt(calendar: Calendar, at: number): 'open' | 'closed' | 'unknown' {
  const now = around(calendar, at);
  if (now.some(({ sure }) => sure)) return 'open';
  return now.length || !calendar.isInForce(calendar.localDay(at)) ? 'unknown' : 'closed';
}

/** Whether something is open at an instant (milliseconds since 1970), in the zone where it stands. */
export const openAt = (rules: readonly ScheduleRule[], zone: string, at: number): 'open' | 'closed' | 'unknown' => stateAt(new Calendar(rules, zone), at);

/** The next session that begins after an instant. Undefined when there is none within 400 days, or when one that is not sure may come first. */
export function nextSession(rules: readonly ScheduleRule[], zone: string, at: number): Session | undefined {
  return nextIn(new Calendar(rules, zone), at);
}

function nextIn(calendar: Calendar, at: number): Session | undefined {
  const today = calendar.localDay(at);
  for (let ahead = -1; ahead <= AHEAD_DAYS; ahead++) {
    const coming = calendar.on(today + ahead).filter(({ from, to, sure }) => from > at || (!sure && to > at));
    // A day's sessions stand in order; what begins at the same instant is as sure as its surest.
    const [first] = coming;
    if (first) return coming.find(({ from, sure }) => from === first.from && from > at && sure);
  }
  return undefined;
}

/** The next sessions that begin after an instant, as many as are asked for within 400 days; those that are not sure stand among them. */
export function comingSessions(rules: readonly ScheduleRule[], { zone, state, at, many }: { zone: string; state: string | null; at: number; many: number }): Session[] {
  const calendar = new Calendar(rules, zone, state);
  const found: Session[] = [];
  for (const session of sessionsFrom(calendar, calendar.localDay(at), AHEAD_DAYS)) {
    if (session.from > at) found.push(session);
    if (found.length === many) break;
  }
  return found;
}

/** What can be said of a schedule at an instant. */
export type Standing =
  /** `until` is null when it goes on day and night. */
  | { state: 'open'; until: number | null }
  /** `next` is null when nothing sure comes; `holiday` is why it is closed all day. */
  | { state: 'closed'; next: number | null; holiday: Holiday | null }
  /** `holiday` is why nobody can say today. */
  | { state: 'unknown'; holiday: Holiday | null };

/** In the zone where it stands; `state`: whose holidays are kept there besides the federal ones. */
export function standingAt(rules: readonly ScheduleRule[], zone: string, at: number, state: string | null = null): Standing {
  const calendar = new Calendar(rules, zone, state);
  const found = stateAt(calendar, at);
  return found === 'open' ? { state: found, until: endOfRun(calendar, at) } : notOpen(calendar, at, found);
}

function notOpen(calendar: Calendar, at: number, state: 'closed' | 'unknown'): Standing {
  const today = calendar.localDay(at);
  const doubt = calendar.on(today).find(({ holiday, to }) => holiday && to > at)?.holiday;
  if (doubt || state === 'unknown') return { state: 'unknown', holiday: doubt ?? null };
  return { state, next: nextIn(calendar, at)?.from ?? null, holiday: calendar.closedFor(today) ?? null };
}

/** When the open time ends: what begins where another ends goes on. Null after eight days of it. */
function endOfRun(calendar: Calendar, at: number): number | null {
  const today = calendar.localDay(at);
  let end = at;
  for (let ahead = -1; ahead <= ALWAYS_DAYS; ahead++) {
    const day = today + ahead;
    if (ahead > 0 && calendar.startOf(day) > end) return end;
    for (const { from, to, sure } of calendar.on(day)) if (sure && from <= end && to > end) end = to;
  }
  return null;
}
