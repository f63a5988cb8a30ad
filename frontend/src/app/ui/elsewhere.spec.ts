import { otherTimes } from './elsewhere';

const AT = new Date('2026-11-24T15:00:00Z'); // 10 am in New York
const NEW_YORK = 'America/New_York';
const told = (person: string | null, here: string, desk: string | null = NEW_YORK): string[] => otherTimes(AT, { desk, person, here }).map(({ time, where }) => `${time} ${where}`);

describe('S12 a time elsewhere', () => {
  test.each<[string, string | null, string, RegExp[]]>([
    ['all at the desk', NEW_YORK, NEW_YORK, []],
    ['the person’s place is not known', null, NEW_YORK, []],
    ['the same hour under another name', 'America/Detroit', 'America/Toronto', []],
    ['the person further west', 'America/Chicago', NEW_YORK, [/^Tue, 9:00\sAM CST where they are$/]],
    ['the reader in Europe', NEW_YORK, 'Europe/Berlin', [/^Tue, 4:00\sPM GMT\+1 where you are$/]],
    ['three zones', 'America/Chicago', 'America/Los_Angeles', [/^Tue, 9:00\sAM CST where they are$/, /^Tue, 7:00\sAM PST where you are$/]],
    ['the reader where the person is', 'America/Chicago', 'America/Chicago', [/^Tue, 9:00\sAM CST where they and you are$/]],
    ['another day', 'Pacific/Auckland', NEW_YORK, [/^Wed, 4:00\sAM GMT\+13 where they are$/]],
  ])('%s', (_, person, here, expected) => {
    const times = told(person, here);
    expect(times).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(times[index]).toMatch(pattern));
  });

  test('before the desk’s zone is set, its time is the reader’s', () => {
    expect(told('America/Chicago', NEW_YORK, null)).toEqual([expect.stringMatching(/where they are$/)]);
  });
});
