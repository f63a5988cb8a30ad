import type { HoursFault, OwnDays, OwnRule, OwnSchedule } from './own-rules.js';

type Told = [member: string, detail: string];
type Check<T> = (one: T) => Told | undefined;

const halfTimed = ({ opens, closes }: { opens: string | null; closes: string | null }): Told | undefined =>
  Boolean(opens) === Boolean(closes) ? undefined : [opens ? 'closes' : 'opens', opens ? 'Say when it closes' : 'Say when it opens'];
const noLength = ({ opens, closes }: { opens: string | null; closes: string | null }): Told | undefined =>
  opens && opens === closes ? ['closes', 'It opens and closes at the same minute; for day and night choose 24 hours'] : undefined;
const backwards = ({ from, until }: { from: string | null; until: string | null }): Told | undefined => (from && until && until < from ? ['until', 'The last day is before the first'] : undefined);

const OF_RULES: readonly Check<OwnRule>[] = [
  halfTimed,
  noLength,
  backwards,
  ({ days, opens }) => (opens && !days.length ? ['days', 'Choose at least one day'] : undefined),
  ({ days, nths }) => (nths.length && !days.length ? ['days', 'Choose the day of the week'] : undefined),
  ({ days, opens, note }) => (!opens && !note ? [days.length ? 'opens' : 'note', days.length ? 'Say when it opens, or write a note such as “By appointment”' : 'Choose days and times, or write a note such as “By appointment”'] : undefined),
  ({ every, nths }) => (every > 1 && nths.length ? ['every', 'Choose either weeks of the month or every second week'] : undefined),
  ({ every, start }) => (every > 1 && !start ? ['start', 'Say on which day the first week began'] : undefined),
];
const OF_DAYS: readonly Check<OwnDays>[] = [
  halfTimed,
  noLength,
  backwards,
  ({ from, until, opens }) => (opens && from !== until ? ['until', 'Other hours are of one day: add each day by itself'] : undefined),
];

function faultsIn<T>(list: readonly T[], name: string, checks: readonly Check<T>[]): HoursFault[] {
  const toldOf = (one: T): Told[] => checks.map((check) => check(one)).filter((told) => told !== undefined);
  return list.flatMap((one, at) => toldOf(one).map(([member, detail]) => ({ field: `${name}.${at}.${member}`, detail })));
}

/** What is wrong with hours as they were filled in, each by the name of its field. */
export const faultsOf = ({ rules, days }: OwnSchedule): HoursFault[] => [...faultsIn(rules, 'rules', OF_RULES), ...faultsIn(days, 'days', OF_DAYS)];
