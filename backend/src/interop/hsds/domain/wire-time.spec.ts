import fc from 'fast-check';
import { isByday, readTime, weekdayCode } from './wire-time.js';

it.each([
  ['9:00am', '09:00', true],
  ['12:00am', '00:00', true],
  ['12:00pm', '12:00', true],
  ['1:50pm', '13:50', true],
  ['9am', '09:00', true],
  ['7:30 am ', '07:30', false],
  ['830am', '08:30', false],
  ['9:00a', '09:00', false],
  ['9:0am', '09:00', false],
  ['18:30', '18:30', true],
  ['09:00:00', '09:00', true],
  ['18:00-05:00', '18:00', true],
  ['24:00', '23:59', true],
])('reads %s as %s', (text, time, exact) => expect(readTime(text)).toEqual({ time, exact }));

it.each(['', '8:00m', '25:00', '13:00pm', '0:30am', '9:75am', 'noon', '9-5'])('cannot read "%s"', (text) => expect(readTime(text)).toBeUndefined());

it('reads every minute of the day, written either way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const written = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const spoken = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
      expect(readTime(written)?.time).toBe(written);
      expect(readTime(spoken)?.time).toBe(written);
    }),
  );
});

it('gives HH:MM or nothing for any text', () => {
  fc.assert(fc.property(fc.string(), (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(readTime(text)?.time ?? '00:00')));
});

it('knows days and their ordinals', () => {
  expect(['Monday', 'Tue', 'thur', 'SU', 'T', 'x'].map(weekdayCode)).toEqual(['MO', 'TU', 'TH', 'SU', undefined, undefined]);
  expect(['MO,TU', '2WE,4WE', '-1FR', 'XX', '2WE;4WE'].map(isByday)).toEqual([true, true, true, false, false]);
});
