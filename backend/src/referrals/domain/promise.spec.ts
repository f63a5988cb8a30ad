import type { DeskTimes } from '../../settings/index.js';
import { followUpDay } from './promise.js';

const times = (over: Partial<DeskTimes> = {}): DeskTimes => ({ zone: 'America/New_York', hours: (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((day) => ({ day, opens: '08:00', closes: '18:00' })), holidays: [], ...over });
const CALM = { safety: 'yes', topics: ['worry'] };
const TUESDAY = new Date('2026-11-24T15:00:00Z');

describe('the day to ask again', () => {
  it.each([
    ['a week later', CALM, TUESDAY, times(), '2026-12-01'],
    ['two days later after a hospital', { safety: 'yes', topics: ['after-hospital'] }, TUESDAY, times(), '2026-11-26'],
    ['two days later when somebody is not safe', { ...CALM, safety: 'no' }, TUESDAY, times(), '2026-11-26'],
    ['two days later when somebody is not sure', { ...CALM, safety: 'unsure' }, TUESDAY, times(), '2026-11-26'],
    ['on the next day with hours', { ...CALM, safety: 'no' }, new Date('2026-11-26T15:00:00Z'), times(), '2026-11-30'],
    ['not on a holiday', { ...CALM, safety: 'no' }, TUESDAY, times({ holidays: ['2026-11-26', '2026-11-27'] }), '2026-11-30'],
    ['by the desk’s own day, not by that of Greenwich', CALM, new Date('2026-11-25T02:00:00Z'), times(), '2026-12-01'],
    ['any day while no hours are set', { ...CALM, safety: 'no' }, new Date('2026-11-26T15:00:00Z'), times({ hours: null, zone: null }), '2026-11-28'],
  ])('is %s', (_, about, now, desk, day) => {
    expect(followUpDay(about, now, desk)).toBe(day);
  });
});
