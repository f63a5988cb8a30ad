import { NOTHING, asksReason, lastSeen, requests, type Held } from './rights';

const held = (roles: readonly string[], restricted = false, active = true): Held => ({ active, roles, restricted });

test.each<[string, Held, Held, boolean]>([
  ['a new specialist', NOTHING, held(['SPE']), false],
  ['a new auditor', NOTHING, held(['AUD']), true],
  ['a specialist who becomes supervisor', held(['SPE']), held(['SPE', 'SUP']), false],
  ['restricted requests', held(['SPE']), held(['SPE'], true), true],
  ['what was there before', held(['ADM'], true), held(['ADM', 'STW'], true), false],
  ['a closed account that opens again with ADM', held(['ADM'], false, false), held(['ADM']), true],
])('a reason for %s', (_, before, after, asked) => expect(asksReason(before, after)).toBe(asked));

test.each([
  [null, 'not yet'],
  ['2026-11-25', 'today'],
  ['2026-11-24', 'Nov 24'],
  ['2025-11-24', 'Nov 24, 2025'],
])('last seen %s: %s', (day, words) => expect(lastSeen(day, '2026-11-25')).toBe(words));

test('requests are counted in words', () => expect([0, 1, 3].map(requests)).toEqual(['0 requests', '1 request', '3 requests']));
