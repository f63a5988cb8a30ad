import { mayWords, stateWords } from './member-words';

const NOW = new Date('2026-11-25T15:00:00');
const local = (text: string): string => new Date(text).toISOString();

test.each([
  [['team', 'referrals'], 'Answer referrals, Keep the team'],
  [['listings'], 'Keep listings'],
] as const)('%j: %s', (may, words) => {
  expect(mayWords({ may: [...may] })).toBe(words);
});

test.each([
  ['in', local('2026-11-24T15:00:00'), local('2026-11-20T15:00:00'), /^In since /],
  ['invited', null, local('2026-11-27T15:00:00'), /^Invited, can accept until /],
  ['invited too long ago', null, local('2026-11-25T14:00:00'), /^Invited, too long ago/],
] as const)('who is %s', (_, acceptedAt, invitedUntil, words) => {
  expect(stateWords({ acceptedAt, invitedUntil }, NOW)).toMatch(words);
});
