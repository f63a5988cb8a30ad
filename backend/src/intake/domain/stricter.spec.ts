import { keepsPromise, type ContactPlan } from './stricter.js';

const PLAN: ContactPlan = { channel: 'phone', voicemail: true, others: 'say-who', times: ['morning', 'evening'], never: null, emailOk: true };
const plan = (over: Partial<ContactPlan>): ContactPlan => ({ ...PLAN, ...over });

describe('the stricter of two plans of contact', () => {
  it('is kept where both say the same', () => expect(keepsPromise(PLAN, PLAN)).toBe(true));

  it.each<[string, Partial<ContactPlan>]>([
    ['comes to us', { channel: 'self' }],
    ['no voicemail', { voicemail: false }],
    ['voicemail not asked', { voicemail: null }],
    ['hang up when somebody else answers', { others: 'hang-up' }],
    ['nothing was said about others', { others: null }],
    ['mornings only', { times: ['morning'] }],
    ['no e-mail besides', { emailOk: false }],
    ['never on Sunday', { never: 'Not on Sunday' }],
  ])('%s: may be kept, and never be given up', (_, over) => {
    expect(keepsPromise(plan(over), PLAN)).toBe(true);
    expect(keepsPromise(PLAN, plan(over))).toBe(false);
  });

  it.each<[string, Partial<ContactPlan>, Partial<ContactPlan>]>([
    ['two ways', { channel: 'phone' }, { channel: 'email' }],
    ['a voicemail here, an e-mail there', { emailOk: false }, { voicemail: false }],
    ['times that do not hold each other', { times: ['morning'] }, { times: ['evening'] }],
    ['two things never to do', { never: 'Not on Sunday' }, { never: 'Not at work' }],
  ])('%s: neither may be kept', (_, one, other) => {
    expect(keepsPromise(plan(one), plan(other))).toBe(false);
    expect(keepsPromise(plan(other), plan(one))).toBe(false);
  });

  it.each([[[]], [['any']]])('times %j of the kept one do not hold "mornings"', (times) => {
    expect(keepsPromise(plan({ times }), plan({ times: ['morning'] }))).toBe(false);
    expect(keepsPromise(plan({ times: ['morning'] }), plan({ times }))).toBe(true);
  });
});
