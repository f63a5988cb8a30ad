import { unusualLines } from './own-hours.js';

it.each([
  ['09:00-17:00', []],
  ['07:00-19:00', []],
  ['07:00-19:30', ['Monday, 7 am to 7:30 pm']],
  ['13:00-04:30', ['Monday, 1 pm to 4:30 am']],
  ['18:00-00:00', []],
  ['11:00-00:00', ['Monday, 11 am to 12 am']],
  ['18:00-01:00', ['Monday, 6 pm to 1 am']],
  ['08:00-08:00', ['Monday, 8 am to 8 am']],
  ['00:00-23:59', []],
  ['00:00-00:00', []],
])('%s is looked at twice: %j', (times, lines) => {
  expect(unusualLines({ rows: [{ days: 'MO', opens: times.slice(0, 5), closes: times.slice(6) }], other: ['by appointment'] })).toEqual(lines);
});
