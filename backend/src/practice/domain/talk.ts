/** Who practises, as the real desk knows them. */
export interface Practiser {
  id: string;
  name: string;
  roles: readonly string[];
  restricted: boolean;
}

/** A session at the practice desk. Only the real desk's process holds it; no browser ever does. */
export interface Seat {
  cookie: string;
  csrf: string;
}

/** What the real desk's process says to the practice desk's. It is their private channel: no port, no address. */
export type ToChild = { kind: 'make' } | { kind: 'serve'; socket: string; anew: boolean } | { kind: 'seat'; turn: number; who: Practiser };

export type FromChild =
  | { kind: 'says'; words: string }
  | { kind: 'ready' }
  | { kind: 'failed'; code: FailureCode }
  | { kind: 'seat'; turn: number; seat?: Seat };

export type FailureCode = 'practice.no-right' | 'practice.no-database' | 'practice.failed';

/** What the operator can do about it. */
export const FAILURES: Readonly<Record<FailureCode, string>> = {
  'practice.no-right': 'The practice desk could not be made: the database role may not create databases. An administrator gives it that right (ALTER ROLE … CREATEDB) or switches practice off (PRACTICE=0). The real desk is not touched by this.',
  'practice.no-database': 'The practice desk could not reach the database server, or it has no room. Try again in a minute. The real desk is not touched by this.',
  'practice.failed': 'The practice desk ended while it started. It needs about 400 MB of memory and 200 MB of disk: tell an administrator when this stays so. The real desk is not touched by this.',
};

/** Reads SQLSTATEs: the right to create databases; no connection, no room. */
export function failureOf(error: unknown): FailureCode {
  const code = (error as { code?: string } | undefined)?.code ?? '';
  if (code === '42501') return 'practice.no-right';
  return /^(08|53|57|ECONN)/.test(code) ? 'practice.no-database' : 'practice.failed';
}
