import { DAY } from './confidence.js';

/**
 * The rungs of checking a listing (field.md 4): nothing to do; asked by mail the first, second and third time; a call for the desk;
 * nobody could confirm it (ranked last, and said); out of offers.
 */
export const RUNGS = ['fresh', 'asked', 'asked-again', 'asked-last', 'call', 'unverified', 'out'] as const;
export type Rung = (typeof RUNGS)[number];
/** Where a listing stands as people see it: one whose next check is due is not up to date. */
export const STANDINGS = [...RUNGS, 'due'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Days from a check to the next one, by what kind of help it is: what changes sooner is asked about sooner. */
export const RHYTHM = { crisis: 90, group: 180, usual: 365 } as const;

/** Days on a rung before the next: mails on day 0, 7 and 21, a call a week later, then two weeks, then until it is out. */
export const DAYS_ON: Readonly<Record<Exclude<Rung, 'fresh' | 'out'>, number>> = { asked: 7, 'asked-again': 14, 'asked-last': 7, call: 14, unverified: 78 };

const MAILED: readonly Rung[] = ['asked', 'asked-again', 'asked-last'];
/** Whether standing on it means that a mail has just gone. */
export const isMailed = (rung: Rung): boolean => MAILED.includes(rung);

/** How an agency can be asked: not at all, once for each check, or with reminders. */
export type Asking = 'nobody' | 'once' | 'reminded';

/** The rung after this one when its time is over. Where nobody can be mailed the desk calls at once, where no reminders are wanted it calls after the first mail. `out` is the last. */
export function nextRung(rung: Rung, asking: Asking): Exclude<Rung, 'fresh'> {
  const next = (RUNGS[RUNGS.indexOf(rung) + 1] ?? 'out') as Exclude<Rung, 'fresh'>;
  const mailed = asking === 'reminded' || (asking === 'once' && next === 'asked');
  return isMailed(next) && !mailed ? 'call' : next;
}

/** Which of the three mails a rung stands for: 1, 2, 3; 0 for none. */
export const mailOf = (rung: Rung): number => MAILED.indexOf(rung) + 1;

/** Days until an agency that answered, and left something open, is asked again. */
export const ANSWERED_DAYS = 30;

/** When the time on a rung that was reached `now` is over; null on the last. How long `fresh` lasts the rhythm says, not this. */
export const leavesAt = (rung: Exclude<Rung, 'fresh'>, now: Date): Date | null => (rung === 'out' ? null : new Date(now.getTime() + DAYS_ON[rung] * DAY));

/** Where a listing stands after one more finding that it is wrong, since it was checked last: the desk calls, then it is not trusted, then it is out. It never climbs back by a doubt. */
export function afterDoubt(rung: Rung, doubts: number): Exclude<Rung, 'fresh'> {
  const least = doubts >= 3 ? 'out' : doubts === 2 ? 'unverified' : 'call';
  return rung === 'fresh' || RUNGS.indexOf(least) > RUNGS.indexOf(rung) ? least : rung;
}

/** Kinds of help (taxonomy `service-type`) that have a quicker rhythm. */
export const QUICKER: Readonly<Record<Exclude<keyof typeof RHYTHM, 'usual'>, readonly string[]>> = {
  crisis: ['crisis-line', 'warmline', 'mobile-crisis', 'walk-in-crisis'],
  group: ['support-group', 'group-therapy'],
};
