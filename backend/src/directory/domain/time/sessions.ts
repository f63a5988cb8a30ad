import { Temporal } from 'temporal-polyfill';
import { DAY, dateOf, Memory } from './days.js';
import { holidaysIn } from './holiday-line.js';
import { holidayOn, type Holiday } from './holidays.js';
import { daysOf, type Days } from './rule-days.js';
import { closesDays, endOf, holidayCustom, isClosing, isInstead, isMidnight, isTimed, timesOf, type HolidayCustom, type ScheduleRule, type Sureness } from './rule.js';

/** A span in which something is open, or may be. Milliseconds since 1970, the end not included. */
export interface Session {
  from: number;
  to: number;
  sure: boolean;
  /** The holiday that makes it unsure. */
  holiday?: Holiday;
}

interface DayRule {
  rule: ScheduleRule;
  on: Days;
}

/** Places open and close at the same hours, and a list is asked at one instant. */
const INSTANTS = new Memory<number>(5000);
const TODAYS = new Memory<number>(500);

const sorted = (sessions: Session[]): Session[] => sessions.sort((a, b) => a.from - b.from || a.to - b.to);

/** A schedule made ready for questions of one zone. */
export class Calendar {
  private readonly opening: readonly DayRule[];
  /** Days of their own hours: nothing else is said of them. */
  private readonly instead: readonly DayRule[];
  private readonly closing: readonly Days[];
  private readonly custom: HolidayCustom;
  private readonly known = new Map<number, readonly Session[]>();

  constructor(rules: readonly ScheduleRule[], private readonly zone: string, private readonly state: string | null = null) {
    const ready = (rule: ScheduleRule): DayRule => ({ rule, on: daysOf(rule) });
    this.opening = rules.filter((rule) => !isClosing(rule) && !isInstead(rule) && !holidaysIn(rule.description)).map(ready);
    this.instead = rules.filter(isInstead).map(ready);
    this.closing = rules.filter(closesDays).map(daysOf);
    this.custom = holidayCustom(rules);
  }

  localDay(at: number): number {
    return TODAYS.of(`${this.zone} ${at}`, () => Math.floor((at + Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone).offsetNanoseconds / 1e6) / DAY));
  }

  startOf(day: number): number {
    return this.instant(day, '00:00');
  }

  /** Something is still said of `day` or of one after it. What has ended tells nothing of what came after. */
  isInForce(day: number): boolean {
    return this.opening.some(({ rule }) => endOf(rule) >= dateOf(day));
  }

  /** Sessions that open on a local day, earliest first. */
  on(day: number): readonly Session[] {
    const sessions = this.known.get(day) ?? this.sessionsOn(day);
    this.known.set(day, sessions);
    return sessions;
  }

  private sessionsOn(day: number): Session[] {
    const instead = sorted(this.instead.flatMap(({ rule, on }) => this.session(rule, on(day), day)));
    if (instead.length) return instead;
    if (this.isClosed(day)) return [];
    const sessions = this.opening.flatMap(({ rule, on }) => this.session(rule, on(day), day));
    const holiday = holidayOn(dateOf(day), this.state);
    return sorted(holiday && !this.custom(holiday) ? sessions.map((session) => ({ ...session, sure: false, holiday })) : sessions);
  }

  /** The holiday for which a day is closed that has hours otherwise. */
  closedFor(day: number): Holiday | undefined {
    const holiday = this.holidayClosed(day);
    return holiday && !this.on(day).length && this.opening.some(({ on }) => on(day) === 'yes') ? holiday : undefined;
  }

  private holidayClosed(day: number): Holiday | undefined {
    const holiday = holidayOn(dateOf(day), this.state);
    return holiday && this.custom(holiday) === 'closed' ? holiday : undefined;
  }

  private isClosed(day: number): boolean {
    return this.holidayClosed(day) !== undefined || this.closing.some((on) => on(day) !== 'no');
  }

  private session(rule: ScheduleRule, said: Sureness, day: number): Session[] {
    if (said === 'no') return [];
    const { opens, closes } = timesOf(rule);
    const from = this.instant(day, opens);
    const to = this.end(day, closes, closes <= opens);
    return from < to ? [{ from, to, sure: said === 'yes' && isTimed(rule) }] : [];
  }

  private end(day: number, closes: string, overnight: boolean): number {
    if (isMidnight(closes)) return this.startOf(day + 1);
    return this.instant(overnight ? day + 1 : day, closes);
  }

  /** A local time that a clock change skips moves forward, a double one is the first (Temporal's `compatible`, as RFC 5545, 3.3.5). */
  private instant(day: number, time: string): number {
    return INSTANTS.of(`${this.zone} ${day} ${time}`, () => Temporal.PlainDateTime.from(`${dateOf(day)}T${time}`).toZonedDateTime(this.zone).epochMilliseconds);
  }
}
