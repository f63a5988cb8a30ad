/** A time of day as a source writes it. `exact` is false when it had to be guessed at: `830am`, `9:0am`, `9:00a`. */
export interface ReadTime {
  /** HH:MM, 24 hours. */
  time: string;
  exact: boolean;
}

const MERIDIEM = /^(\d{1,2}?)(?::?(\d{2})|:(\d))?\s*([ap])\.?\s*m?\.?$/i;
const ISO = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;
const TIDY = /^\d{1,2}(:\d{2})?[ap]m$/i;

const two = (value: number): string => String(value).padStart(2, '0');
const at = (hour: number, minute: number): string | undefined => (hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined);

/**
 * `9:00am`, `9am`, `830am`, `9:00 pm`, `09:00`, `18:00:00-05:00` (the offset is dropped: HSDS times are local). Undefined when
 * it cannot be read; `8:00` is read as written, so `8:00` for the evening is the source's own slip.
 */
export function readTime(text: string): ReadTime | undefined {
  const trimmed = text.trim();
  const twelve = MERIDIEM.exec(trimmed);
  const time = twelve ? fromTwelve(twelve) : fromIso(trimmed);
  return time === undefined ? undefined : { time, exact: twelve ? TIDY.test(trimmed) : true };
}

function fromTwelve([, hours = '', minutes, minute = '0', half = '']: RegExpExecArray): string | undefined {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return undefined;
  return at((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), Number(minutes ?? minute));
}

function fromIso(text: string): string | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  if (match[1] === '24' && match[2] === '00') return '23:59'; // HSDS writes a whole day as 00:00 to 23:59
  return at(Number(match[1]), Number(match[2]));
}

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** RFC 5545 code of an English day name or its first letters; undefined for anything else. */
export function weekdayCode(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const index = plain.length < 2 ? -1 : DAY_NAMES.findIndex((day) => day.startsWith(plain));
  return WEEKDAYS[index];
}

/** BYDAY of RFC 5545: days with an optional ordinal, such as `2WE,4WE`. */
export const isByday = (text: string): boolean => /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/.test(text);
