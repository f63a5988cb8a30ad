import fc from 'fast-check';
import { DESK_ROLES, differences, granted, isMixed, isReasoned, NO_RIGHTS, type Rights } from './granting.js';

const rights = (roles: readonly string[], restricted = false, active = true): Rights => ({ active, roles, restricted });
const anyRights = fc.record({ active: fc.boolean(), roles: fc.subarray([...DESK_ROLES]), restricted: fc.boolean() });

describe('roles in one account', () => {
  it.each([
    [['SPE'], false], [['SPE', 'SUP', 'STW', 'AUD'], false], [['ADM'], false], [['ADM', 'STW'], false], [['ADM', 'AUD'], false],
    [['ADM', 'SPE'], true], [['SUP', 'ADM'], true], [['PRW', 'ADM'], true],
  ])('%j mixes accounts and requests: %s', (roles, mixed) => expect(isMixed(roles)).toBe(mixed));
});

describe('what a reason is asked for', () => {
  it.each<[string, Rights, Rights, string[]]>([
    ['a new specialist', NO_RIGHTS, rights(['SPE']), []],
    ['a new administrator', NO_RIGHTS, rights(['ADM']), ['ADM']],
    ['a specialist who becomes auditor too', rights(['SPE']), rights(['SPE', 'AUD']), ['AUD']],
    ['the flag', rights(['SPE']), rights(['SPE'], true), ['restricted']],
    ['taking the flag back', rights(['SPE'], true), rights(['SPE']), []],
    ['taking ADM back', rights(['ADM', 'STW']), rights(['STW']), []],
    ['opening an account again that had the flag', rights(['SUP'], true, false), rights(['SUP'], true), ['restricted']],
    ['closing an account', rights(['ADM'], true), rights(['ADM'], true, false), []],
  ])('%s', (_, before, after, asked) => expect(granted(before, after)).toEqual(asked));

  it('is twenty characters that are not blank', () => {
    expect(isReasoned([], null)).toBe(true);
    expect(isReasoned(['ADM'], null)).toBe(false);
    expect(isReasoned(['ADM'], `${'x'.repeat(19)}   `)).toBe(false);
    expect(isReasoned(['ADM'], 'x'.repeat(20))).toBe(true);
  });
});

it('differences lead from one state to the other, and there are none between equals', () => {
  fc.assert(
    fc.property(anyRights, anyRights, (before, after) => {
      const names = ({ active, roles, restricted }: Rights): string[] => (active ? [...roles, ...(restricted ? ['restricted'] : [])] : []).sort();
      const changes = differences(before, after);
      const kept = names(before).filter((name) => !changes.includes(`-${name}`));
      expect([...kept, ...changes.filter((each) => each.startsWith('+')).map((each) => each.slice(1))].sort()).toEqual(names(after));
      expect(differences(before, before)).toEqual([]);
    }),
  );
});
