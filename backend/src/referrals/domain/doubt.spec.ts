import { doubtOf } from './doubt.js';

describe('what the end of a referral says against a listing', () => {
  it.each<[string, string, string | null, string | undefined]>([
    ['sent', 'declined', 'not-offered', 'description'],
    ['sent', 'expired', 'no-answer', 'whole'],
    ['needs-info', 'expired', 'no-answer', 'whole'],
    ['self-contact', 'stopped', 'could-not-reach', 'phones'],
    ['accepted', 'stopped', 'could-not-reach', undefined],
    ['sent', 'declined', 'could-not-reach', undefined],
    ['sent', 'declined', 'no-room', undefined],
    ['sent', 'accepted', null, undefined],
    ['self-contact', 'served', null, undefined],
    ['sent', 'withdrawn', 'person-asked', undefined],
  ])('%s to %s (%s): %s', (from, to, reason, field) => expect(doubtOf({ from, to, reason })).toBe(field));
});
