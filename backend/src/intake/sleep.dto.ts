import type { WakesOn, Woke } from './domain/sleep.js';

/** Snoozed: until a time, or until something happens, whichever is first. */
export class SleepView {
  /** null: it waits for no time. */
  until: string | null;
  on: WakesOn[];
}

/** Why it came back. */
export class WokeView {
  why: Woke;
  at: string;
}
