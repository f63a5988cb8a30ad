import { say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';

const DAY = 86_400_000;
/** From so many days on, months are said. */
const MONTHS = 60;

/** When and by whom a listing was checked, such as "They checked it 12 days ago."; that something speaks against it, or that nobody did. */
export function checkedInWords(v: Scene, { assuredDate, assuredMethod, doubts }: { assuredDate: string | null; assuredMethod?: string | null; doubts?: number }, today: Date): string {
  if (doubts) return say(v, 'find.doubt');
  return assuredDate ? say(v, WHO[assuredMethod ?? ''] ?? 'list.checked', { when: agoInWords(v.language.locale, assuredDate, today) }) : say(v, 'find.unchecked');
}

const WHO: Readonly<Record<string, Key>> = { agency: 'list.checked.agency', 'staff-phone': 'list.checked.us', 'staff-web': 'list.checked.us', 'site-visit': 'list.checked.us' };

/** "today", "12 days ago", "4 months ago". `date` is YYYY-MM-DD; what lies ahead by a zone's hours is today. */
function agoInWords(locale: string, date: string, today: Date): string {
  const days = Math.max(0, Math.floor((today.getTime() - Date.parse(date)) / DAY));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return days < MONTHS ? format.format(-days, 'day') : format.format(-Math.round(days / 30.4), 'month');
}
