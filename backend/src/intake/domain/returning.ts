/** The first warning comes so many minutes before a request goes back, and never less than two. */
const LONGEST_WARNING = 15;

/** Minutes of warning before a request whose time is `minutes` goes back. */
export const warningOf = (minutes: number): number => Math.max(2, Math.min(LONGEST_WARNING, Math.floor(minutes / 5)));

/** Staffed minutes since a request was claimed or kept, since its holder was warned (undefined when they were not), and its whole time. */
export interface Standing {
  untouched: number;
  warned: number | undefined;
  minutes: number;
}

/** What is due. Nothing goes back before its holder had the whole warning, however long nobody looked. */
export function dueOf({ untouched, warned, minutes }: Standing): 'warn' | 'return' | undefined {
  if (warned === undefined) return untouched >= minutes - warningOf(minutes) ? 'warn' : undefined;
  return untouched >= minutes && warned >= warningOf(minutes) ? 'return' : undefined;
}
