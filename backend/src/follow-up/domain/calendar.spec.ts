import { calendarOf, escaped, folded, type Appointment } from './calendar.js';

const NOW = new Date('2026-11-30T14:05:09.123Z');
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

describe('a line of iCalendar', () => {
  it.each([
    ['plain words', 'Follow-up R-4K7P-29', 'Follow-up R-4K7P-29'],
    ['what separates values', 'a,b;c', 'a\\,b\\;c'],
    ['a backslash, before all else', 'a\\,b', 'a\\\\\\,b'],
    ['ends of lines', 'a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
    ['letters that may not stand in it', 'a\u0007b\tc', 'abc'],
    ['a colon and quotes, which may', 'a: "b"', 'a: "b"'],
  ])('says %s', (_, text, value) => expect(escaped(text)).toBe(value));

  it.each([
    ['75 octets stay one line', 'x'.repeat(75), [75]],
    ['76 become two', 'x'.repeat(76), [75, 2]],
    ['a further line has its space and 74', 'x'.repeat(75 + 74 + 1), [75, 75, 2]],
    ['an accent of two octets is not cut', `${'x'.repeat(74)}é`, [74, 3]],
    ['nor a sign of three', `${'x'.repeat(73)}€€`, [73, 7]],
    ['nor a face of four, which is two letters of a string', `${'x'.repeat(72)}🙂🙂`, [72, 9]],
    ['nothing is one empty line', '', [0]],
  ])('is folded: %s', (_, line, sizes) => {
    const text = folded(line);
    expect(text.split('\r\n').map((piece) => Buffer.byteLength(piece))).toEqual(sizes);
    expect(text.replaceAll('\r\n ', '')).toBe(line);
    expect(text).not.toContain('\ufffd');
  });
});

describe('a calendar', () => {
  it('holds a day without a zone and an instant in UTC, and nothing about anybody', () => {
    const text = calendarOf([{ uid: 'one@referral-desk', title: 'Follow-up R-4K7P-29', at: '2026-12-03' }, { uid: 'two@referral-desk', title: 'Wakes R-4K7P-29', at: new Date('2026-12-01T14:00:00Z') }], NOW);
    expect(text.split('\r\n').slice(8)).toEqual([
      'BEGIN:VEVENT', 'UID:one@referral-desk', 'DTSTAMP:20261130T140509Z', 'DTSTART;VALUE=DATE:20261203', 'SUMMARY:Follow-up R-4K7P-29', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:two@referral-desk', 'DTSTAMP:20261130T140509Z', 'DTSTART:20261201T140000Z', 'SUMMARY:Wakes R-4K7P-29', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'END:VCALENDAR', '',
    ]);
  });

  it.each<[string, Appointment[]]>([
    ['nothing', []],
    ['a long title in another script', [{ uid: 'x', title: `${'será; '.repeat(30)}\nEND:VCALENDAR`, at: NOW }]],
  ])('with %s has every part closed, a component, lines of 75 octets at most and no bare end of line', (_, appointments) => {
    const text = calendarOf(appointments, NOW);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const open: string[] = [];
    const parts: string[] = [];
    for (const line of unfolded(text)) {
      const [name = '', value = ''] = line.split(':');
      if (name === 'BEGIN') {
        parts.push(value);
        open.push(value);
      }
      if (name === 'END') expect(open.pop()).toBe(value);
    }
    expect(open).toEqual([]);
    expect(parts[0]).toBe('VCALENDAR');
    expect(parts.length).toBeGreaterThan(1);
  });
});
