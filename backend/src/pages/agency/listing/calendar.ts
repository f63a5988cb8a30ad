const two = (line: string): string[] => (line.length <= 73 ? [line] : [line.slice(0, 73), ...two(` ${line.slice(73)}`)]);
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/**
 * A day for a calendar (RFC 5545): the whole day, free. It names no listing and holds no link: calendars are shared. `day` and
 * `stamp`: YYYY-MM-DD and an ISO date-time.
 */
export function calendarDay({ day, title, text, stamp, uid }: { day: string; title: string; text: string; stamp: string; uid: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Referral Desk//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(two).join('\r\n')}\r\n`;
}
