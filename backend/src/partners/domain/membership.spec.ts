import { isFresh, mayGive, rightsOf, rolesOf } from './membership.js';

describe('what a member may do', () => {
  it.each([
    [['referrals'], ['PRW']],
    [['listings'], ['PED']],
    [['referrals', 'listings', 'team'], ['PRW', 'PED', 'PTM']],
  ] as const)('%j: roles %j', (may, roles) => {
    expect(rolesOf(may)).toEqual(roles);
  });

  it.each([
    [['team', 'referrals'], ['referrals', 'team']],
    [['listings', 'listings'], ['listings']],
    [[], undefined],
    [['listings', 'everything'], undefined],
  ])('%j was ticked: %j', (wanted, rights) => {
    expect(rightsOf(wanted)).toEqual(rights);
  });

  it.each([
    [['team', 'listings'], ['listings'], true],
    [['team', 'listings'], ['referrals'], false],
    [['team'], ['team', 'listings'], false],
    [['referrals', 'listings', 'team'], ['referrals', 'listings', 'team'], true],
  ] as const)('who has %j gives %j: %s', (own, given, may) => {
    expect(mayGive(rolesOf(own), given)).toBe(may);
  });
});

describe('the last proof', () => {
  const at = new Date('2026-05-04T10:00:00Z');
  it.each([
    [0, true],
    [14.99, true],
    [15, false],
    [600, false],
  ])('after %d minutes it is fresh: %s', (minutes, fresh) => {
    expect(isFresh(at, new Date(at.getTime() + minutes * 60_000))).toBe(fresh);
  });
});
