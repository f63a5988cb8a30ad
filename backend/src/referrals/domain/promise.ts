import { Temporal } from 'temporal-polyfill';
import type { DeskTimes } from '../../settings/index.js';

/** Days until the desk asks whether it helped: at risk and fresh from a hospital soon, others after a week (field.md, row 75). */
const SOON_DAYS = 2;
const DAYS = 7;
const FORWARD_DAYS = 30;
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface AtRisk {
  safety: string;
  topics: readonly string[];
}

export const isSoon = ({ safety, topics }: AtRisk): boolean => safety === 'no' || safety === 'unsure' || topics.includes('after-hospital');

/** The local day, YYYY-MM-DD, on which to ask: moved on to a day on which somebody is there to ask. */
export function followUpDay(about: AtRisk, now: Date, times: DeskTimes): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(times.zone ?? 'UTC').toPlainDate();
  const first = today.add({ days: isSoon(about) ? SOON_DAYS : DAYS });
  const days = Array.from({ length: FORWARD_DAYS }, (_, more) => first.add({ days: more }));
  return (days.find((day) => isOpenDay(day, times)) ?? first).toString();
}

/** Whether the desk is open on a local day. Every day counts until it has hours. */
export function isOpenDay(day: Temporal.PlainDate, { hours, holidays }: DeskTimes): boolean {
  if (holidays.includes(day.toString())) return false;
  return !hours?.length || hours.some((span) => span.day === WEEK[day.dayOfWeek - 1]);
}

/** Local date of an instant in the desk's zone. */
export const localDay = (now: Date, zone: string | null): string => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone ?? 'UTC').toPlainDate().toString();
