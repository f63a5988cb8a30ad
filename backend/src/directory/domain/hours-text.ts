/** A schedule row as far as words are concerned. */
export interface HoursRow {
  byday: string | null;
  opensAt: string | null;
  closesAt: string | null;
  freq: string | null;
  interval: number | null;
  description: string | null;
  /** Local dates, YYYY-MM-DD, both ends inclusive; absent or null where there is none. */
  dtstart?: string | null;
  until?: string | null;
  validFrom?: string | null;
  validTo?: string | null;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const NAMES: Readonly<Record<string, string>> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' };
const ORDINALS: Readonly<Record<string, string>> = { '1': '1st', '2': '2nd', '3': '3rd', '4': '4th', '5': '5th', '-1': 'last' };

/** `18:30` as `6:30 pm`. */
export function spokenTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `MO,TU,WE,TH,FR` as `Monday to Friday`; `2WE,4WE` as `2nd and 4th Wednesday`. */
export function spokenDays(byday: string): string {
  const parts = byday.split(',').map((part) => ({ ordinal: part.slice(0, -2).replace('+', ''), day: part.slice(-2) }));
  if (parts.some(({ ordinal }) => ordinal)) return spokenOrdinals(parts);
  const at = parts.map(({ day }) => DAYS.indexOf(day as (typeof DAYS)[number])).sort((a, b) => a - b);
  if (at.length === 7) return 'Every day';
  const run = at.every((index, place) => index === (at[0] ?? 0) + place);
  const names = at.map((index) => NAMES[DAYS[index] ?? ''] ?? '');
  return run && at.length > 2 ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

function spokenOrdinals(parts: readonly { ordinal: string; day: string }[]): string {
  const days = [...new Set(parts.map(({ day }) => day))];
  return listed(days.map((day) => `${listed(parts.filter((part) => part.day === day).map(({ ordinal }) => ORDINALS[ordinal] ?? 'every'))} ${NAMES[day] ?? ''}`));
}

const listed = (words: readonly string[]): string => (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** `2026-12-24` as `December 24, 2026`. */
export const spokenDate = (date: string): string => new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** The first and last day of which a row speaks, for people: a season, or the days of a row that no weekday repeats. Where a weekday does, its start says only how it is counted. */
export function daysSpoken({ byday, dtstart, until, validFrom, validTo, freq }: HoursRow): { from: string | null; to: string | null } {
  const [start, ends] = [byday || freq ? null : (dtstart ?? null), [until, validTo].flatMap((day) => day ?? []).sort()];
  const from = validFrom ?? start;
  return { from, to: ends[0] ?? (validFrom ? null : start) };
}

/** `December 24, 2026 to January 2, 2027`, `from June 1, 2027`; empty for always. */
function spokenSpan(row: HoursRow): string {
  const { from, to } = daysSpoken(row);
  if (from && to) return from === to ? spokenDate(from) : `${spokenDate(from)} to ${spokenDate(to)}`;
  return from ? `from ${spokenDate(from)}` : to ? `until ${spokenDate(to)}` : '';
}

/** One line for people: `Monday to Friday, 9 am to 5 pm`. The source's own words when there are no times; undefined when it says nothing. */
export function hoursLine(row: HoursRow): string | undefined {
  const { byday, description } = row;
  const [times, span] = [spokenTimes(row), spokenSpan(row)];
  if (!times) return description ? [description, span].filter(Boolean).join(', ') : undefined;
  const parts = byday ? [`${everySecond(row)}${spokenDays(byday)}`, times, span] : [span, times];
  const line = parts.filter(Boolean).join(', ');
  return description ? `${line} (${description})` : line;
}

/** Empty where nobody knows on which days they are. */
const spokenTimes = (row: HoursRow): string => (row.opensAt && row.closesAt && (row.byday || daysSpoken(row).from) ? spokenHours(row.opensAt, row.closesAt) : '');

/** A schedule by its lines: what is said twice stands once, what says nothing is left out. */
export const scheduleOf = (rows: readonly HoursRow[]): Map<string, HoursRow> =>
  new Map(rows.flatMap((row) => { const line = hoursLine(row); return line ? [[line, row]] : []; }));

const everySecond = ({ interval, freq }: HoursRow): string => (interval === 2 && freq === 'WEEKLY' ? 'Every second ' : '');
const spokenHours = (opens: string, closes: string): string => (opens === '00:00' && closes === '23:59' ? 'day and night' : `${spokenTime(opens)} to ${spokenTime(closes)}`);
