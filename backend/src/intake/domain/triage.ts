import type { Priority, Safety, Urgency } from './codes.js';

/** What the form says that the queue needs to know. */
export interface Triage {
  safety: Safety;
  urgency?: Urgency | undefined;
  topics: readonly string[];
  ageBand?: string | undefined;
}

const BY_URGENCY: Readonly<Record<Urgency, Priority>> = { today: 1, this_week: 2, few_weeks: 3, no_rush: 3 };

/** "Not safe" goes first, doubt about it second; otherwise what the person said about time, this week where they said nothing. */
export function priorityOf({ safety, urgency, topics }: Triage): Priority {
  if (safety === 'no') return 0;
  const said = urgency ? BY_URGENCY[urgency] : 2;
  const soon = safety === 'unsure' || topics.includes('after-hospital') || topics.includes('abuse');
  return soon ? (Math.min(said, 1) as Priority) : said;
}

/** Records that only accounts with the restricted flag may open (trust.md 5). */
export interface Flags {
  minor: boolean;
  sud: boolean;
  dv: boolean;
}

/** 42 CFR Part 2 and VAWA segments from the plain topics; a minor from the age band of the person in need. */
export const flagsOf = ({ topics, ageBand }: Triage): Flags => ({
  minor: ageBand === 'under-13' || ageBand === '13-17',
  sud: topics.includes('alcohol-drugs'),
  dv: topics.includes('abuse'),
});
