import { checkedWords, doubtWords, nextWords, standingOf } from './checks-words';

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
