import { FEDERAL, holidayOn } from './holidays.js';
import { easter } from './days-of-year.js';
import { STATE_HOLIDAYS, holidaysOfState } from './state-holidays.js';

it.each([[2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2038, '2038-04-25']])('Easter of %p is %s', (year, date) => {
  expect(easter(year).toString()).toBe(date);
});

it.each([
  ['CT', '2026-04-03', 'good-friday'],
  ['CT', '2027-03-26', 'good-friday'],
  ['MA', '2026-04-03', undefined],
  ['MA', '2026-04-20', 'patriots'],
  ['ME', '2027-04-19', 'patriots'],
  ['CT', '2026-04-20', undefined],
  ['LA', '2026-02-17', 'mardi-gras'],
  ['LA', '2027-02-09', 'mardi-gras'],
  ['CT', '2028-02-11', 'lincoln'], // a Saturday is kept the Friday before
  ['TX', '2026-11-27', 'after-thanksgiving'],
  ['VT', '2026-03-03', 'town-meeting'],
  ['AK', '2026-03-30', 'seward'],
  ['NV', '2026-10-30', 'nevada'],
  ['RI', '2026-08-10', 'victory'],
  ['HI', '2026-08-21', 'statehood'],
  ['UT', '2026-07-24', 'pioneer'],
  ['LA', '2026-11-26', 'thanksgiving'],
  [null, '2026-04-03', undefined],
  ['ZZ', '2026-04-03', undefined],
])('%s keeps on %s: %p', (state, date, holiday) => {
  expect(holidayOn(date, state)).toBe(holiday);
});

it('each is kept somewhere, and the federal ones everywhere', () => {
  const states = 'AL AK AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY'.split(' ');
  expect(new Set(states.flatMap(holidaysOfState))).toEqual(new Set(STATE_HOLIDAYS));
  for (const state of states) {
    const year = Array.from({ length: 366 }, (_, day) => holidayOn(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10), state));
    expect(FEDERAL.every((one) => year.includes(one))).toBe(true);
  }
});
