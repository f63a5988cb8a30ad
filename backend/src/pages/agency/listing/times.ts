/** Hours of one day as somebody types them; times as `18:30`. */
export interface Span {
  opens: string;
  closes: string;
}

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?(?:\.?\s?m\.?)?`;
const SPAN = new RegExp(`^(?:de|from)?\\s*${TIME}\\s*(?:-|–|—|to|a|hasta|until)\\s*${TIME}$`);
const CLOSED = /^(?:closed|cerrado|-|–)?$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** One time as it was typed. */
interface Typed {
  hour: number;
  minute: number;
  half: 'a' | 'p' | undefined;
  /** Neither minutes nor a half of the day. */
  bare: boolean;
}

const typed = ([hour, minute, half]: readonly (string | undefined)[]): Typed => ({ hour: Number(hour), minute: Number(minute ?? 0), half: half as Typed['half'], bare: !minute && !half });
const isTime = ({ hour, minute, half }: Typed): boolean => minute < 60 && (half ? hour >= 1 && hour <= 12 : hour <= 24);
/** Minutes of the day. */
const minutes = ({ hour, minute, half }: Typed): number => (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + minute;

function span(text: string): Span | undefined {
  const found = SPAN.exec(text);
  if (!found) return undefined;
  const to = typed(found.slice(4, 7));
  const from = withHalf(typed(found.slice(1, 4)), to);
  if (!isTime(from) || !isTime(to)) return undefined;
  const [opens, closes] = [minutes(from), minutes(to)];
  return { opens: clock(opens), closes: clock(from.bare && to.bare && isEvening(opens, closes) ? closes + 720 : closes) };
}

/** "9 to 5 pm" begins in the morning, "1 to 5 pm" does not. */
function withHalf(from: Typed, to: Typed): Typed {
  if (from.half || !to.half) return from;
  return { ...from, half: to.half === 'p' && from.hour % 12 >= to.hour % 12 ? 'a' : to.half };
}

/** "9 to 5" ends in the afternoon; "22 to 6" on the next day. */
const isEvening = (from: number, to: number): boolean => to <= from && to < 720 && to + 720 > from;
/** A day ends at 23:59: 24:00 is no time of its own. */
const clock = (at: number): string => (at >= 1440 ? '23:59' : `${two(Math.floor(at / 60))}:${two(at % 60)}`);

/** `9 am to 12, 1 pm to 5 pm` as spans; none for a closed day, undefined when it cannot be read. */
export function spansIn(text: string): Span[] | undefined {
  const said = text.trim().toLowerCase();
  if (CLOSED.test(said)) return [];
  const spans = said.split(/[,;]|\s(?:and|y)\s/).map((part) => span(part.trim()));
  return spans.every((one) => one !== undefined) ? spans : undefined;
}

/** A day's spans as they stand in the field. */
export const spansAsText = (spans: readonly Span[]): string => spans.map(({ opens, closes }) => `${opens}-${closes}`).join(', ');
