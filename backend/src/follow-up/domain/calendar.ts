/** One line of a calendar. `at` is an instant, or a day as YYYY-MM-DD, which belongs to no zone. */
export interface Appointment {
  /** The same as long as it is the same appointment: a calendar moves it instead of adding another. */
  uid: string;
  title: string;
  at: Date | string;
}

const OCTETS = 75;
const octets = new TextEncoder();
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A value of type TEXT (RFC 5545, 3.3.11). Control characters may not stand in one. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '');

/** A line of content in pieces of 75 octets at most, each further one begun by a space, and no letter cut in two (RFC 5545, 3.1). */
export function folded(line: string): string {
  const lines: string[] = [];
  let piece = '';
  let size = 0;
  for (const letter of line) {
    const more = octets.encode(letter).length;
    if (size + more > OCTETS) {
      lines.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += letter;
    size += more;
  }
  return [...lines, piece].join('\r\n');
}

const startOf = (at: Date | string): string => (typeof at === 'string' ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${utc(at)}`);

/** Private, and no time is taken by it: nobody is invited, no place is named. */
const eventOf = ({ uid, title, at }: Appointment, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp}`,
  startOf(at),
  `SUMMARY:${escaped(title)}`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar holds one component at least (RFC 5545, 3.6): without an appointment it names the zone that its times would be in. */
const NOTHING = ['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'];

/** The appointments as iCalendar (RFC 5545; its name and how often to look, RFC 7986), as of `now`. */
export function calendarOf(appointments: readonly Appointment[], now: Date): string {
  const events = appointments.flatMap((one) => eventOf(one, utc(now)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Referral Desk//Follow-ups//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Follow-ups',
    'X-WR-CALNAME:Follow-ups',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...(events.length ? events : NOTHING),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
