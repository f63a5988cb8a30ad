import { doubtOf, saysFull } from './doubt.js';
import { DECLINE_REASONS, STOP_REASONS } from './states.js';

describe('what the end of a referral says against a listing', () => {
  it.each<[string, string, string | null, string | undefined]>([
    ['sent', 'declined', 'not-offered', 'description by referral'],
    ['sent', 'declined', 'wrong-payment', 'cost by answer'],
    ['needs-info', 'declined', 'wrong-area', 'areas by answer'],
    ['sent', 'declined', 'wrong-age', 'eligibility by answer'],
    ['accepted', 'stopped', 'wrong-payment', 'cost by answer'],
    ['waitlisted', 'stopped', 'wrong-area', 'areas by answer'],
    ['accepted', 'stopped', 'wrong-age', 'eligibility by answer'],
    ['sent', 'expired', 'no-answer', 'whole by referral'],
    ['needs-info', 'expired', 'no-answer', 'whole by referral'],
    ['self-contact', 'stopped', 'could-not-reach', 'phones by referral'],
    ['accepted', 'stopped', 'could-not-reach', undefined],
    ['sent', 'declined', 'could-not-reach', undefined],
    ['sent', 'declined', 'no-room', undefined],
    ['sent', 'declined', 'not-eligible', undefined],
    ['sent', 'accepted', null, undefined],
    ['self-contact', 'served', null, undefined],
    ['sent', 'withdrawn', 'person-asked', undefined],
    ['sent', 'withdrawn', 'wrong-age', undefined],
  ])('%s to %s (%s): %s', (from, to, reason, said) => {
    const doubt = doubtOf({ from, to, reason });
    expect(doubt && `${doubt.field} by ${doubt.method}`).toBe(said);
  });

  it('is full by one answer alone, which is no doubt', () => {
    const full = [...DECLINE_REASONS.map((reason) => ({ to: 'declined', reason })), ...STOP_REASONS.map((reason) => ({ to: 'stopped', reason })), { to: 'waitlisted', reason: null }].filter(saysFull);
    expect(full).toEqual([{ to: 'declined', reason: 'no-room' }]);
  });
});
