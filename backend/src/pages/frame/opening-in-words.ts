import type { Moment, Opening } from '../../directory/index.js';
import { fill, type Language } from '../texts/texts.js';
import { clockTime, dayName } from './desk-hours.js';

/** "Open now until 5 pm", "Abre mañana a las 9 a.m."; empty where nothing can be said. True when the page was asked for: paper does not show it. */
export function openingInWords(language: Language, opening: Opening): string {
  const { texts } = language;
  if (opening.state === 'open') return untilInWords(language, opening.until);
  if (opening.holiday) return fill(texts[opening.state === 'closed' ? 'open.closed' : 'open.doubt'], { holiday: texts[`open.holiday.${opening.holiday}`] });
  return opening.state === 'closed' && opening.next ? fill(texts['open.next'], momentOf(language, opening.next)) : '';
}

function untilInWords(language: Language, until: Moment | null): string {
  if (!until) return language.texts['open.always'];
  return fill(language.texts[until.when === 'today' ? 'open.until' : 'open.until.day'], momentOf(language, until));
}

const momentOf = (language: Language, moment: Moment): { day: string; time: string } => ({ day: dayOf(language, moment), time: timeOf(language, moment) });

/** Spanish says "la 1" and "las 2". */
function timeOf(language: Language, { time, zone }: Moment): string {
  const { texts } = language;
  if (time === '24:00') return texts['open.midnight'];
  const isOne = Number(time.slice(0, 2)) % 12 === 1;
  return fill(texts[isOne ? 'open.clock.one' : 'open.clock'], { time: [clockTime(language, time), zone].filter(Boolean).join('\u00a0') });
}

function dayOf(language: Language, { when, date }: Moment): string {
  const { texts, locale } = language;
  if (when === 'today' || when === 'tomorrow') return texts[`open.${when}`];
  const on = new Date(`${date}T00:00:00Z`);
  if (when === 'this-week') return fill(texts['open.weekday'], { day: dayName(language, (on.getUTCDay() + 6) % 7) });
  return fill(texts['open.date'], { date: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(on) });
}
