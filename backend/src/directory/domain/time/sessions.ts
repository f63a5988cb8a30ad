import { Temporal } from 'temporal-polyfill';
import { holidayOn, type Holiday } from './holidays.js';
import { daysOf, type Days } from './rule-days.js';
import { closesDays, endOf, holidayCustom, isClosing, isMidnight, isTimed, timesOf, type ScheduleRule, type Sureness } from './rule.js';

/** A span in which something is open, or may be. Milliseconds since 1970, the end not included. */
export interface Session {
  from: number;
  to: number;
  sure: boolean;
  /** The local day on which it opens. */
  day: Temporal.PlainDate;
  /** The holiday that makes it unsure. */
  holiday?: Holiday;
}

interface DayRule {
  rule: ScheduleRule;
  on: Days;
}

/** A schedule made ready for questions of one zone. */
export class Calendar {
  private readonly opening: readonly DayRule[];
  private readonly closing: readonly Days[];
  private readonly custom: 'closed' | 'open' | undefined;

  constructor(rules: readonly ScheduleRule[], private readonly zone: string) {
    this.opening = rules.filter((rule) => !isClosing(rule)).map((rule) => ({ rule, on: daysOf(rule) }));
    this.closing = rules.filter(closesDays).map(daysOf);
    this.custom = holidayCustom(rules);
  }

  localDay(at: number): Temporal.PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone).toPlainDate();
  }

  startOf(day: Temporal.PlainDate): number {
    return this.instant(day, '00:00');
  }

  /** Something is still said of `day` or of one after it. What has ended tells nothing of what came after. */
  isInForce(day: Temporal.PlainDate): boolean {
    return this.opening.some(({ rule }) => endOf(rule) >= day.toString());
  }

  /** Sessions that open on a local day, earliest first. */
  on(day: Temporal.PlainDate): Session[] {
    if (this.isClosed(day)) return [];
    const holiday = this.custom ? undefined : holidayOn(day.toString());
    return this.opening
      .flatMap(({ rule, on }) => this.session(rule, on(day), day))
      .map((session) => (holiday ? { ...session, sure: false, holiday } : session))
      .sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** The holiday for which a day is closed that has hours otherwise. */
  closedFor(day: Temporal.PlainDate): Holiday | undefined {
    const holiday = this.custom === 'closed' ? holidayOn(day.toString()) : undefined;
    return holiday && this.opening.some(({ on }) => on(day) === 'yes') ? holiday : undefined;
  }

  private isClosed(day: Temporal.PlainDate): boolean {
    return (this.custom === 'closed' && holidayOn(day.toString()) !== undefined) || this.closing.some((on) => on(day) !== 'no');
  }

  private session(rule: ScheduleRule, said: Sureness, day: Temporal.PlainDate): Session[] {
    if (said === 'no') return [];
    const { opens, closes } = timesOf(rule);
    const from = this.instant(day, opens);
    const to = this.end(day, closes, closes <= opens);
    return from < to ? [{ from, to, sure: said === 'yes' && isTimed(rule), day }] : [];
  }

  private end(day: Temporal.PlainDate, closes: string, overnight: boolean): number {
    if (isMidnight(closes)) return this.startOf(day.add({ days: 1 }));
    return this.instant(overnight ? day.add({ days: 1 }) : day, closes);
  }

  /** A local time that a clock change skips moves forward, a double one is the first (Temporal's `compatible`, as RFC 5545, 3.3.5). */
  private instant(day: Temporal.PlainDate, time: string): number {
    return day.toZonedDateTime({ timeZone: this.zone, plainTime: time }).epochMilliseconds;
  }
}
