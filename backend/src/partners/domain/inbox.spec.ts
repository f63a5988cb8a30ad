import { arranged, referralKind, rightFor, type InboxItem, type InboxKind } from './inbox.js';

const item = (kind: InboxKind, name: string, due: string | null, at = '2026-05-01'): InboxItem => ({ kind, id: name, name, at: new Date(at), dueAt: due ? new Date(due) : null, count: null });

describe('an inbox', () => {
  it.each([
    [null, false, 'answer'],
    ['needs-info', false, 'asked'],
    ['needs-info', true, 'replied'],
    ['waitlisted', false, 'place'],
    ['accepted', true, 'later'],
    ['declined', false, undefined],
    ['served', false, undefined],
    ['stopped', true, undefined],
  ] as const)('said last: %s, replied since: %s, is %s', (said, replied, kind) => {
    expect(referralKind(said, replied)).toBe(kind);
  });

  it('stands soonest due first, what has no day behind it; what goes on is apart and has no day', () => {
    const { waiting, goingOn } = arranged([item('listings', 'all', null), item('answer', 'late', '2026-05-09'), item('later', 'yes', '2026-05-01'), item('replied', 'soon', '2026-05-03'), item('sent', 'b', null, '2026-05-02'), item('decided', 'a', null, '2026-05-01')]);
    expect(waiting.map(({ name }) => name)).toEqual(['soon', 'late', 'all']);
    expect(goingOn.map(({ name, dueAt }) => [name, dueAt])).toEqual([['yes', null], ['b', null], ['a', null]]);
  });

  it.each([['answer', 'referrals'], ['asked', 'referrals'], ['listings', 'listings'], ['decided', 'listings']] as const)('%s needs the right to %s', (kind, right) => {
    expect(rightFor(kind)).toBe(right);
  });
});
