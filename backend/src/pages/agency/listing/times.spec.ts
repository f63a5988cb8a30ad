import fc from 'fast-check';
import { spansAsText, spansIn } from './times.js';

describe('hours that somebody types', () => {
  it.each([
    ['9 am to 5 pm', '09:00-17:00'],
    ['9am-5pm', '09:00-17:00'],
    ['9 to 5', '09:00-17:00'],
    ['1 to 5 pm', '13:00-17:00'],
    ['9 to 5 pm', '09:00-17:00'],
    ['09:30 – 17:00', '09:30-17:00'],
    ['de 9 a.m. a 5:30 p.m.', '09:00-17:30'],
    ['9 a 17', '09:00-17:00'],
    ['9-12, 13-17', '09:00-12:00, 13:00-17:00'],
    ['9 am to 12 pm and 1 pm to 4 pm', '09:00-12:00, 13:00-16:00'],
    ['6 pm to 1 am', '18:00-01:00'],
    ['22 to 6', '22:00-06:00'],
    ['18:00-01:00', '18:00-01:00'],
    ['0:00-24:00', '00:00-23:59'],
    ['12 am to 11:59 pm', '00:00-23:59'],
    ['', ''],
    ['Closed', ''],
    ['cerrado', ''],
  ])('"%s" is %s', (typed, text) => {
    expect(spansAsText(spansIn(typed) ?? [{ opens: 'not', closes: 'read' }])).toBe(text);
  });

  it.each(['by appointment', '25-26', '9', '9 to', '13 pm to 2 pm', '9:70-10', '9 am to 5 pm sharp'])('"%s" cannot be read', (typed) => {
    expect(spansIn(typed)).toBeUndefined();
  });

  it('reads back what it wrote', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
    const one = fc.tuple(time, time).map(([opens, closes]) => ({ opens, closes }));
    fc.assert(fc.property(fc.array(one, { maxLength: 3 }), (spans) => expect(spansIn(spansAsText(spans))).toEqual(spans)));
  });
});
