import type { DeskHours, Weekday } from '../api/types';

export const WEEKDAYS: readonly { code: Weekday; name: string }[] = [
  { code: 'MO', name: 'Monday' }, { code: 'TU', name: 'Tuesday' }, { code: 'WE', name: 'Wednesday' }, { code: 'TH', name: 'Thursday' },
  { code: 'FR', name: 'Friday' }, { code: 'SA', name: 'Saturday' }, { code: 'SU', name: 'Sunday' },
];
const USUAL = { opens: '09:00', closes: '17:00' };

/** Opens or closes a day; a day may hold two spans, closing takes both away. */
export function toggled(hours: readonly DeskHours[] | null, day: Weekday): DeskHours[] {
  const kept = hours ?? [];
  return kept.some((span) => span.day === day) ? kept.filter((span) => span.day !== day) : inOrder([...kept, { day, ...USUAL }]);
}

export const changed = (hours: readonly DeskHours[], at: DeskHours, part: Partial<DeskHours>): DeskHours[] => hours.map((span) => (span === at ? { ...span, ...part } : span));

/** What a closing time means that is not after the opening time: the desk counts it to the next day. */
export function closing({ opens, closes }: Pick<DeskHours, 'opens' | 'closes'>): string {
  if (closes > opens) return '';
  return closes === opens ? 'Open for 24 hours, until the next day.' : 'Closes after midnight, on the next day.';
}

const inOrder = (hours: DeskHours[]): DeskHours[] => {
  const place = (day: Weekday): number => WEEKDAYS.findIndex(({ code }) => code === day);
  return hours.sort((a, b) => place(a.day) - place(b.day) || a.opens.localeCompare(b.opens));
};

/** Dates as they are typed: one a line, or with commas between. */
export const datesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
