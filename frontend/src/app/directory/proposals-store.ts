import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, failure, read } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { DecidedView, FieldDecision, ProposalsView, ProposalView, PublishingView, SheetDone, SheetView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { sheetDone } from './proposal-words';

const SAID: Readonly<Record<DecidedView['outcome'], string>> = {
  published: 'is published',
  partly: 'is published in part. The agency is told why not all of it',
  refused: 'stays as it is. The agency is told why',
  second: 'waits for a second steward',
};

/** What agencies want changed, and what was published lately. */
@Injectable()
export class ProposalsStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly reading = read<ProposalsView>(() => '/directory/proposals');
  private readonly known = signal<ProposalsView | undefined>(undefined);
  readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : this.known()));
  readonly loading = this.reading.isLoading;
  readonly loadProblem = failure(this.reading);
  /** A refusal, and of what. */
  readonly refused = signal<{ id: string; problem: Problem } | null>(null);
  readonly busy = signal(false);
  /** What was done last, said where it was done. */
  readonly done = signal('');

  reload(): void {
    this.known.set(this.view());
    this.refused.set(null);
    this.reading.reload();
  }

  decide({ id, version, service }: ProposalView, decisions: readonly FieldDecision[]): Promise<void> {
    return this.act(id, async () => {
      const { outcome } = await this.api.post<DecidedView>(`/directory/proposals/${id}/decision`, { decisions }, { version });
      return `${service} ${SAID[outcome]}.`;
    });
  }

  revert({ id, service }: PublishingView): Promise<void> {
    return this.act(id, async () => {
      await this.api.post(`/directory/publishings/${id}/revert`);
      return `${service} is as it was before.`;
    });
  }

  acceptSheet({ id, organization }: SheetView): Promise<void> {
    return this.act(id, async () => sheetDone(organization, 'published', await this.api.post<SheetDone>(`/directory/sheets/${id}/accept`)));
  }

  revertSheet({ id, organization }: SheetView): Promise<void> {
    return this.act(id, async () => sheetDone(organization, 'as they were before', await this.api.post<SheetDone>(`/directory/sheets/${id}/revert`)));
  }

  private async act(id: string, work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.done.set('');
    this.refused.set(null);
    try {
      const said = await work();
      this.reload();
      this.done.set(said);
      this.announcer.say(said);
    } catch (error) {
      this.refused.set({ id, problem: problemOf(error) });
    } finally {
      this.busy.set(false);
    }
  }
}
