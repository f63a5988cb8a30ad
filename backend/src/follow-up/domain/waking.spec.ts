import { WAKING_EVENTS, wakes } from './waking.js';

const RUTH = { actorId: 'ruth' };

describe('what wakes a request', () => {
  it.each([
    ['inquiry.added-to', {}, 'wrote'],
    ['option.decided', {}, 'wrote'],
    ['option.decided', RUTH, undefined],
    ['outcome.said', { by: 'person' }, 'wrote'],
    ['outcome.said', { by: 'person', ...RUTH }, undefined],
    ['outcome.said', { by: 'agency' }, undefined],
    ['inquiry.need-reopened', {}, 'wrote'],
    ['inquiry.need-ended', RUTH, undefined],
    ['referral.made', {}, 'wrote'],
    ['referral.made', RUTH, undefined],
    ['consent.withdrawn', {}, 'wrote'],
    ['referral.moved', { by: 'agency', to: 'accepted' }, 'answer'],
    ['referral.moved', { by: 'agency', to: 'needs-info' }, 'answer'],
    ['referral.moved', { by: 'system', to: 'expired' }, 'silence'],
    ['referral.moved', { by: 'person', to: 'withdrawn' }, 'wrote'],
    ['referral.moved', { by: 'staff', to: 'accepted', ...RUTH }, undefined],
    ['referral.address-left', {}, 'answer'],
    ['referral.overdue', {}, 'silence'],
    ['follow-up.tried', { result: 'unsafe-now', ...RUTH }, 'unsafe'],
    ['follow-up.tried', { result: 'no-answer', ...RUTH }, undefined],
    ['inquiry.noted', RUTH, undefined],
  ])('%s %j: %s', (type, body, why) => {
    expect(wakes(type, body)).toBe(why);
  });

  it('is asked of every event that has a rule', () => {
    for (const type of WAKING_EVENTS) expect([wakes(type, { by: 'person', result: 'unsafe-now' }), type]).toEqual([expect.stringMatching(/wrote|answer|silence|unsafe/), type]);
  });
});
