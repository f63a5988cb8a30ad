import { checkedWords, doubtWords, foundWords, nextWords, overdueWords, standingOf } from './checks-words';

const NOW = new Date('2026-11-24T15:00:00Z');

describe('words of checking', () => {
  it.each([
    [{ assuredDate: null, assuredMethod: null }, 'Never checked by anybody.'],
    [{ assuredDate: '2026-11-12', assuredMethod: 'agency' }, 'Checked 12 days ago by the agency.'],
    [{ assuredDate: '2026-11-24', assuredMethod: 'staff-phone' }, 'Checked today by phone.'],
    [{ assuredDate: '2025-11-24', assuredMethod: 'of old' }, 'Checked 12 months ago.'],
  ])('%j: %s', (listing, text) => expect(checkedWords(listing, NOW)).toBe(text));

  it.each([
    ['fresh', true, 'Asked by mail in 3 days.'],
    ['fresh', false, 'To be called in 3 days.'],
    ['asked-last', true, 'To be called in 3 days.'],
    ['call', true, 'Ranked last in 3 days.'],
    ['unverified', true, 'Out of offers in 3 days.'],
  ] as const)('%s, reachable %s: %s', (rung, reachable, text) => expect(nextWords({ rung, reachable, nextAt: '2026-11-27T12:00:00Z' }, NOW)).toBe(text));

  it.each([
    [[], ''],
    [[{ count: 40, overdue: 0, never: 0 }], 'None of 40 is overdue.'],
    [[{ count: 1, overdue: 0, never: 0 }], 'It is not overdue.'],
    [[{ count: 3000, overdue: 2, never: 2 }, { count: 1000, overdue: 10, never: 1 }], '12 of 4,000 are overdue: 3 never checked, 9 checked longer ago than that.'],
    [[{ count: 5, overdue: 1, never: 0 }], '1 of 5 is overdue: 1 checked longer ago than that.'],
    [[{ count: 5, overdue: 5, never: 5 }], '5 of 5 are overdue: 5 never checked.'],
  ])('%j: %s', (counts, text) => expect(overdueWords(counts)).toBe(text));

  it('says what was found of many', () => {
    expect(foundWords({ field: 'whole', holds: true, method: 'site-visit' })).toBe('All still right, on a visit');
    expect(foundWords({ field: 'phones', holds: false, method: 'staff-phone' })).toBe('Phone found wrong, by phone');
  });

  it('says that nothing follows, and why it is doubted', () => {
    expect(nextWords({ rung: 'out', reachable: true, nextAt: null }, NOW)).toBe('Offered to nobody until somebody checks it.');
    expect(nextWords({ rung: 'call', reachable: true, nextAt: '2026-11-20T12:00:00Z' }, NOW)).toBe('Ranked last within a day.');
    expect(doubtWords({ doubts: 2, doubt: { field: 'phones', method: 'referral', note: null, at: '2026-11-20T15:00:00Z' } }, NOW)).toMatch(/^Someone could not reach them, Nov 20, .*\. 2 such findings since it was checked\.$/);
    expect(doubtWords({ doubts: 1, doubt: { field: 'hours', method: 'staff-web', note: null, at: '2026-11-20T15:00:00Z' } }, NOW)).toMatch(/^Opening hours found wrong on their website, Nov 20, /);
    expect([standingOf({ rung: 'fresh', nextAt: '2026-11-24T14:00:00Z' }, NOW).name, standingOf({ rung: 'fresh', nextAt: '2026-11-25T14:00:00Z' }, NOW).name]).toEqual(['Due now', 'Nothing to do yet']);
    expect(doubtWords({ doubts: 1, doubt: { field: 'hours', method: 'public', note: null, at: '2026-11-20T15:00:00Z' } }, NOW)).toMatch(/^Someone told us: opening hours are wrong, Nov 20, /);
    expect(doubtWords({ doubts: 1, doubt: { field: 'cost', method: 'answer', note: null, at: '2026-11-20T15:00:00Z' } }, NOW)).toMatch(/^They answered a referral: not with that payment, Nov 20, /);
    expect(doubtWords({ doubts: 0, doubt: null }, NOW)).toBe('');
  });
});
