import { signal } from '@angular/core';
import { problemOf, type Problem } from './problem';

/** Reading of which the latest wins: an answer that comes after a later question was asked is dropped, and so is its refusal. */
export class Latest {
  readonly loading = signal(false);
  readonly problem = signal<Problem | null>(null);
  private run = 0;

  /** What is still asked is not wanted any more. */
  drop(): void {
    this.run += 1;
  }

  async read<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
    const run = ++this.run;
    this.loading.set(true);
    this.problem.set(null);
    try {
      const answer = await ask();
      if (run === this.run) take(answer);
    } catch (error) {
      if (run === this.run) this.problem.set(problemOf(error));
    } finally {
      if (run === this.run) this.loading.set(false);
    }
  }
}
