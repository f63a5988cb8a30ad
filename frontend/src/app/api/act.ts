import { signal } from '@angular/core';
import { problemOf, type Problem } from './problem';

const STALE = 'Somebody changed this in the meantime. You see the new state now, and what you typed is kept.';

/** One act of a place on the screen: busy while it runs, a refusal told in that place. */
export class Act {
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Answers whether it was done. A second press while it runs does nothing. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem.status === 412 ? { ...problem, title: STALE, errors: [] } : problem);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
