import type { PromiseCountsView } from '../../api/types';
import { URGENCIES } from '../../ui/words';

/** The numbers of the report on promises. Each opens the requests that it counts. */
export const OUTCOMES = [
  { code: 'kept', name: 'Kept', title: 'First contact in time' },
  { code: 'missed', name: 'Missed', title: 'First contact missed' },
  { code: 'open', name: 'Still open', title: 'First contact still open' },
  { code: 'ended', name: 'Ended before', title: 'Ended before a contact was owed' },
  { code: 'none', name: 'No promise', title: 'Nothing was promised' },
] as const satisfies readonly { code: keyof PromiseCountsView; name: string; title: string }[];
type Outcome = (typeof OUTCOMES)[number];

/** Fewer than these say nothing as a share. */
const LEAST = 5;

/** 82 %, and of how many; too few are told as they are. */
export function keptWords({ kept, missed }: Pick<PromiseCountsView, 'kept' | 'missed'>): string {
  const of = kept + missed;
  if (!of) return 'none yet';
  return of < LEAST ? `${kept} of ${of}` : `${Math.round((100 * kept) / of)} %, ${kept} of ${of}`;
}

const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
/** The week of Nov 9: its Monday. */
export const weekName = (week: string | null): string => (week ? `Week of ${DAY.format(new Date(week))}` : 'All twelve weeks');
export const urgencyName = (urgency: number | null): string => (urgency === null ? 'Every urgency' : (URGENCIES[urgency]?.name ?? ''));

/** A number as one word of the desk's address: missed.2026-11-09.1 */
export const addressOf = (code: Outcome['code'], { week, urgency }: Pick<PromiseCountsView, 'week' | 'urgency'>): string => `${code}.${week ?? 'all'}.${urgency ?? 'all'}`;

export interface KeptPart { path: string; title: string }

/** What such an address opens; null for one that there is none of. */
export function keptPart(address: string | undefined): KeptPart | null {
  const [, code, week = '', urgency = ''] = /^([a-z]+)\.(all|\d{4}-\d\d-\d\d)\.(all|[0-3])$/.exec(address ?? '') ?? [];
  const outcome = OUTCOMES.find((each) => each.code === code);
  return outcome ? { path: `/reports/promises/${outcome.code}/${week}/${urgency}`, title: [outcome.title, ...within(week, urgency)].join(', ') } : null;
}

const within = (week: string, urgency: string): string[] => [...(week === 'all' ? [] : [weekName(week)]), ...(urgency === 'all' ? [] : [urgencyName(Number(urgency))])];
