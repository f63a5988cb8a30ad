import { Temporal } from 'temporal-polyfill';

const NAMED: Readonly<Record<string, string>> = { noon: '12:00', morning: '09:00', afternoon: '14:00', evening: '18:00' };
const TIME = /^(?:at )?(\d{1,2})(?:[:.](\d{2}))?(?: ?o'?clock)?(?: ?(am|pm|a\.m\.|p\.m\.))?$/;
/** Nobody is called at three in the night: an hour up to here, said without am or pm, is the afternoon's. "03:00" is the night's. */
const AFTERNOON = 6;

/** The time that the words say; null for no words, undefined for what is not a time. */
export function hourIn(words: string): Temporal.PlainTime | null | undefined {
  const plain = words.replace(/^(at|in the) /, '');
  if (!plain) return null;
  const named = NAMED[plain];
  if (named) return Temporal.PlainTime.from(named);
  const [, typed = '', minute = '0', half] = TIME.exec(plain) ?? [];
  const hour = hourOf(typed, half);
  return hour === undefined || Number(minute) > 59 ? undefined : new Temporal.PlainTime(hour, Number(minute));
}

function hourOf(typed: string, half: string | undefined): number | undefined {
  const hour = Number(typed);
  if (!typed || hour > 23) return undefined;
  if (half) return halfHour(hour, half);
  return !typed.startsWith('0') && hour <= AFTERNOON ? hour + 12 : hour;
}

const halfHour = (hour: number, half: string): number | undefined => (hour < 1 || hour > 12 ? undefined : (hour % 12) + (half.startsWith('p') ? 12 : 0));
