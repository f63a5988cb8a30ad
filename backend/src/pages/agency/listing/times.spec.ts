import fc from 'fast-check';
import { languageOf } from '../../texts/texts.js';
import { spansInWords } from './listing-words.js';
import { readDay, spansAsText, type Span } from './times.js';

const byClock = (spans: readonly Span[] | undefined): string => spans?.map(({ opens, closes }) => `${opens}-${closes}`).join(', ') ?? 'not read';

/** As typed, and what it means without a doubt. */
const SURE: readonly (readonly [typed: string, means: string])[] = [
  ['9 am to 5 pm', '09:00-17:00'],
  ['9am-5pm', '09:00-17:00'],
  ['9a-5p', '09:00-17:00'],
  ['9 A.M. – 5 P.M.', '09:00-17:00'],
  ['from 9 until 5', '09:00-17:00'],
  ['9 to 5', '09:00-17:00'],
  ['9 till 5', '09:00-17:00'],
  ['9:00 - 5:00', '09:00-17:00'],
  ['09:00 - 05:00', '09:00-17:00'],
  ['8:30 - 5', '08:30-17:00'],
  ['8:30-4:15', '08:30-16:15'],
  ['8-4', '08:00-16:00'],
  ['10 to 2', '10:00-14:00'],
  ['12-6', '12:00-18:00'],
  ['12:30 - 4', '12:30-16:00'],
  ['1-5', '13:00-17:00'],
  ['2 - 10', '14:00-22:00'],
  ['4:30 to 6', '16:30-18:00'],
  ['9-9', '09:00-21:00'],
  ['7-3', '07:00-15:00'],
  ['6:30 to 2:30', '06:30-14:30'],
  ['7:30-12', '07:30-12:00'],
  ['1 to 5 pm', '13:00-17:00'],
  ['9 to 5 pm', '09:00-17:00'],
  ['9 to 12 pm', '09:00-12:00'],
  ['8 to 8 pm', '08:00-20:00'],
  ['8 to 11 am', '08:00-11:00'],
  ['10 am - 2', '10:00-14:00'],
  ['8 am - 8', '08:00-20:00'],
  ['6 pm - 9', '18:00-21:00'],
  ['6 pm - 12', '18:00-00:00'],
  ['7 am - 9', '07:00-09:00'],
  ['09:30 – 17:00', '09:30-17:00'],
  ['9-17', '09:00-17:00'],
  ['07:00-09:00', '07:00-09:00'],
  ['13h30-17h', '13:30-17:00'],
  ['0:00-24:00', '00:00-23:59'],
  ['18:00-24:00', '18:00-23:59'],
  ['12 am to 11:59 pm', '00:00-23:59'],
  ['6 pm to 1 am', '18:00-01:00'],
  ['8 am to 8 am', '08:00-08:00'],
  ['6 am to 10 pm', '06:00-22:00'],
  ['9-12, 1pm - 4:30', '09:00-12:00, 13:00-16:30'],
  ['9-12, 1-5', '09:00-12:00, 13:00-17:00'],
  ['9-12, 12-4', '09:00-12:00, 12:00-16:00'],
  ['9 - 12 & 1 - 5', '09:00-12:00, 13:00-17:00'],
  ['9-12 / 1-5', '09:00-12:00, 13:00-17:00'],
  ['8-11, 12-3, 6-8', '08:00-11:00, 12:00-15:00, 18:00-20:00'],
  ['9-5, 6:30-8', '09:00-17:00, 18:30-20:00'],
  ['9-12, 13-17', '09:00-12:00, 13:00-17:00'],
  ['9 am to 12 pm and 1 pm to 4 pm', '09:00-12:00, 13:00-16:00'],
  ['noon to 6', '12:00-18:00'],
  ['9 to noon', '09:00-12:00'],
  ['9-noon, 1-5', '09:00-12:00, 13:00-17:00'],
  ['12 noon - 3', '12:00-15:00'],
  ['6 pm to midnight', '18:00-00:00'],
  ['noon to midnight', '12:00-00:00'],
  ['de 9 a.m. a 5:30 p.m.', '09:00-17:30'],
  ['de 9 a. m. a 5 p. m.', '09:00-17:00'],
  ['9 a 17', '09:00-17:00'],
  ['de 9 a 5', '09:00-17:00'],
  ['8:30 a 5', '08:30-17:00'],
  ['9 a 12 y 1 a 5', '09:00-12:00, 13:00-17:00'],
  ['de 9 a 12 y de 1 a 5', '09:00-12:00, 13:00-17:00'],
  ['de las 9 a las 5', '09:00-17:00'],
  ['9 hasta las 5', '09:00-17:00'],
  ['mediodía a 6', '12:00-18:00'],
  ['9 al mediodía', '09:00-12:00'],
  ['de 9 a 12 del mediodía, 1 a 4', '09:00-12:00, 13:00-16:00'],
  ['6 p.m. a medianoche', '18:00-00:00'],
  ['9 de la mañana a 5 de la tarde', '09:00-17:00'],
  ['6 de la tarde a 9 de la noche', '18:00-21:00'],
  ['', ''],
  ['Closed', ''],
  ['cerrado', ''],
];

/** As typed, and what is asked: past midnight, longer than 12 hours, before the earlier span is over, or either half of the day. */
const ASKED: readonly (readonly [typed: string, asked: string])[] = [
  ['22 to 6', '22:00-06:00'],
  ['18:00-01:00', '18:00-01:00'],
  ['18:00-07:00', '18:00-07:00'],
  ['8 pm to 2', '20:00-02:00'],
  ['10 to 6 am', '22:00-06:00'],
  ['9 to 5 am', '21:00-05:00'],
  ['3-3', '15:00-03:00'],
  ['7-20', '07:00-20:00'],
  ['07:00-20:00', '07:00-20:00'],
  ['5 a 23', '05:00-23:00'],
  ['9-5, 3-4', '09:00-17:00, 15:00-16:00'],
  ['9-12, 1-5 am', '09:00-12:00, 13:00-05:00'],
  ['7-9', '19:00-21:00'],
  ['5:30 - 7', '17:30-19:00'],
  ['de 6 a 8', '18:00-20:00'],
];

describe('hours that somebody types', () => {
  it('are a table worth its name', () => expect(SURE.length + ASKED.length).toBeGreaterThan(60));

  it.each(SURE)('"%s" is %s', (typed, text) => {
    const read = readDay(typed);
    expect([byClock(read?.spans), read?.sure]).toEqual([text, true]);
  });

  it.each(ASKED)('"%s" is asked about: %s', (typed, text) => {
    const read = readDay(typed);
    expect([byClock(read?.spans), read?.sure]).toEqual([text, false]);
  });

  it.each(['by appointment', '25-26', '9', '9 to', '13 pm to 2 pm', '9:70-10', '24:30-25', '9 am to 5 pm sharp', 'noon', 'first saturday 10-2'])('"%s" cannot be read', (typed) => {
    expect(readDay(typed)).toBeUndefined();
  });

  const minute = fc.integer({ min: 0, max: 1439 });
  const time = minute.map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
  const spans = fc.array(fc.tuple(time, time).map(([opens, closes]): Span => ({ opens, closes })), { maxLength: 3 });

  it.each(['en', 'es'])('what is shown reads back as the same, without a question: %s', (code) => {
    fc.assert(fc.property(spans, (all) => {
      expect(readDay(spansInWords(languageOf(code), all))).toEqual({ spans: all, sure: true });
      expect(readDay(spansAsText(all))).toEqual({ spans: all, sure: true });
    }));
  });

  it('nothing is taken silently that nobody wrote: without am or pm no span is past midnight, longer than 12 hours or at night', () => {
    const bare = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('', ':00', ':15', ':30'), fc.integer({ min: 1, max: 12 }), fc.constantFrom('', ':00', ':45'));
    fc.assert(fc.property(bare, ([from, at, to, until]) => {
      const read = readDay(`${from}${at} - ${to}${until}`);
      const [span] = read?.spans ?? [];
      if (!span || !read?.sure) return;
      const [opens, closes] = [span.opens, span.closes].map((one) => Number(one.slice(0, 2)) * 60 + Number(one.slice(3)));
      const lasts = ((closes ?? 0) - (opens ?? 0) + 1440) % 1440 || 1440;
      expect(opens).toBeGreaterThanOrEqual(300);
      expect((opens ?? 0) + lasts).toBeLessThanOrEqual(1440);
      expect(lasts).toBeLessThanOrEqual(720);
    }));
  });
});
