import { calendarDay } from './calendar.js';

describe('a day for the calendar', () => {
  it('is a whole day that names nobody, in lines of 75 octets or less', () => {
    const text = calendarDay({ day: '2027-11-29', title: 'Check our entries; they ask', text: `${'word, '.repeat(30)}\nsecond line`, stamp: '2026-11-29T10:15:00.123Z', uid: 'x@example.org' });
    const lines = text.split('\r\n');
    expect(lines).toContain('DTSTART;VALUE=DATE:20271129');
    expect(lines).toContain('DTSTAMP:20261129T101500Z');
    expect(lines).toContain('SUMMARY:Check our entries\\; they ask');
    expect(lines.every((line) => line.length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain('word\\, word');
    expect(text).not.toMatch(/https?:/);
  });
});
