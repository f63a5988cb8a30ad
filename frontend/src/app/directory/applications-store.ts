import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, failure, read } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { ApplicationsView, ApplicationView, DecideApplication } from '../api/types';
import { Announcer } from '../ui/announcer';

/** Places that want to be listed. */
@Injectable()
export class ApplicationsStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly reading = read<ApplicationsView>(() => '/directory/applications');
  /** What a decision answered with: newer than what was read before it. */
  private readonly known = signal<ApplicationsView | undefined>(undefined);
  readonly items = computed(() => (this.known() ?? (this.reading.hasValue() ? this.reading.value() : undefined))?.items);
  readonly loading = this.reading.isLoading;
  readonly loadProblem = failure(this.reading);
  /** A refusal, and of what. */
  readonly refused = signal<{ id: string; problem: Problem } | null>(null);
  readonly busy = signal(false);
  readonly done = signal('');

  reload(): void {
    this.known.set(undefined);
    this.refused.set(null);
    this.reading.reload();
  }

  async decide({ id, version, name }: ApplicationView, decision: DecideApplication): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.done.set('');
    this.refused.set(null);
    try {
      this.known.set(await this.api.post<ApplicationsView>(`/directory/applications/${id}/decision`, decision, { version }));
      const said = `${name} ${decision.accepted ? 'can be listed' : 'is not listed'}. They are told why by mail.`;
      this.done.set(said);
      this.announcer.say(said);
    } catch (error) {
      this.refused.set({ id, problem: problemOf(error) });
    } finally {
      this.busy.set(false);
    }
  }
}
