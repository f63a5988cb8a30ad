import { setDeskZone } from '../../ui/zone';
import { localWords, sleepWords, wokeWords } from './snooze-words';

const NOW = new Date('2026-11-30T15:00:00Z');

describe('how a snooze is told', () => {
  beforeEach(() => setDeskZone('America/New_York'));
  afterEach(() => setDeskZone(null));

  test.each([
    [{ until: '2026-12-01T14:00:00Z', on: [] }, /^until Dec 1, 9:00\sAM/],
    [{ until: '2026-11-30T19:00:00Z', on: ['wrote' as const] }, /^until 2:00\sPM.*, or until they write$/],
    [{ until: null, on: ['answer' as const, 'wrote' as const] }, /^until an agency answers, or until they write$/],
  ])('%j', (sleep, told) => {
    expect(sleepWords(sleep, NOW)).toMatch(told);
  });

  test('a time where the person is stands beside the desk’s only where they differ', () => {
    const read = { local: '2026-12-01T09:00', zone: 'America/Chicago', at: '2026-12-01T15:00:00Z' };
    expect(localWords(read, 'America/New_York', NOW)).toMatch(/^Tuesday, December 1 at 9:00\sAM CST, where they are: Dec 1, 10:00\sAM.* at the desk$/);
    expect(localWords({ ...read, zone: 'America/New_York' }, 'America/New_York', NOW)).toMatch(/^Tuesday, December 1 at 9:00\sAM$/);
  });

  test('what is not safe says to look now', () => {
    expect(wokeWords('unsafe')).toMatch(/Look now/);
  });
});
