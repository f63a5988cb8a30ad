import type { QueueItem } from '../../api/types';
import { moment } from '../../ui/time';

type Sleep = NonNullable<QueueItem['sleep']>;
type Woke = NonNullable<QueueItem['woke']>['why'];

const UNTIL: Readonly<Record<string, string>> = { answer: 'an agency answers', wrote: 'they write' };
const WOKE: Readonly<Record<Woke, string>> = {
  time: 'It is time.',
  answer: 'An agency answered.',
  silence: 'An agency did not answer in time.',
  wrote: 'The person wrote.',
  unsafe: 'Somebody may not be safe. Look now.',
};

/** Until Dec 1, 9:00 AM, or until they write. */
export function sleepWords({ until, on }: Sleep, now: Date): string {
  const ends = [...(until ? [moment(until, now)] : []), ...on.map((each) => UNTIL[each] ?? each)];
  return `until ${ends.join(', or until ')}`;
}

export const wokeWords = (why: Woke): string => WOKE[why];

const LOCAL = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const NAME = (zone: string, at: Date): string => new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** A local time without a zone as the person reads it: Tuesday, December 1 at 9:00 AM, with the zone's name where the desk's is another. */
export function localWords({ local, zone, at }: { local: string; zone: string; at: string }, deskZone: string | null, now: Date): string {
  const there = LOCAL.format(new Date(`${local}:00Z`));
  return zone === deskZone ? there : `${there} ${NAME(zone, new Date(at))}, where they are: ${moment(at, now)} at the desk`;
}
