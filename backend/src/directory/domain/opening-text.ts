import { spokenTime } from './hours-text.js';
import { HOLIDAY_NAMES } from './time/holiday-line.js';
import type { Moment, Opening } from './time/opening.js';

const day = (date: string, form: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-US', { ...form, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
const DAYS: Readonly<Record<Moment['when'], (date: string) => string>> = {
  today: () => 'today ',
  tomorrow: () => 'tomorrow ',
  'this-week': (date) => `${day(date, { weekday: 'long' })} `,
  later: (date) => `${day(date, { month: 'long', day: 'numeric' })}, `,
};

const clock = ({ time, zone }: Moment): string => `${time === '24:00' ? 'midnight' : spokenTime(time)}${zone ? ` ${zone}` : ''}`;
const onDay = (moment: Moment): string => DAYS[moment.when](moment.date) + clock(moment);
const until = (moment: Moment): string => (moment.when === 'today' ? clock(moment) : onDay(moment));

/** One line in the desk's language, such as `Open now until 5 pm`; null when nothing can be said. It is true at one moment: never keep or print it. */
export function openingText(opening: Opening): string | null {
  switch (opening.state) {
    case 'open':
      return opening.until ? `Open now until ${until(opening.until)}` : 'Day and night';
    case 'closed':
      return opening.holiday ? `Closed today (${HOLIDAY_NAMES[opening.holiday]})` : opening.next && `Opens ${onDay(opening.next)}`;
    case 'unknown':
      return opening.holiday && `Perhaps closed today (${HOLIDAY_NAMES[opening.holiday]})`;
  }
}
