import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, kept, read } from '../api/api';
import type { OrderingView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { Announcer } from '../ui/announcer';
import { valuesOf } from './ordering-words';

const PATH = '/ordering';

/** What orders places, and the draft of other numbers. Lives as long as the page does. */
@Injectable()
export class OrderingStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  readonly reading = read<OrderingView>(() => PATH);
  readonly view = kept(() => PATH, this.reading);
  /** What somebody looks for among the numbers. */
  readonly words = signal('');
  readonly busy = signal('');
  readonly failed = signal<Problem | null>(null);
  readonly problem = computed(() => this.failed() ?? (this.reading.error() ? problemOf(this.reading.error()) : null));
  readonly mayChange = computed(() => this.view()?.actions.includes('change') ?? false);

  /** Writes the draft. True: it stands. */
  save(label: string, typed: Readonly<Record<string, string>>): Promise<boolean> {
    const version = this.view()?.draft?.version;
    return this.act('save', () => this.api.put<OrderingView>(`${PATH}/draft`, { label, values: valuesOf(typed), ...(version && { version }) }), 'The draft is kept. It orders nothing yet.');
  }

  replay(): Promise<boolean> {
    return this.act('replay', () => this.api.post<OrderingView>(`${PATH}/draft/replay`), 'Past requests were answered again.');
  }

  discard(): Promise<boolean> {
    return this.act('discard', () => this.api.post<OrderingView>(`${PATH}/draft/discard`), 'The draft is gone.');
  }

  makeLive(number: number, why: string): Promise<boolean> {
    const replaces = this.view()?.live ?? 0;
    return this.act('live', () => this.api.post<OrderingView>(`${PATH}/live`, { number, why, replaces }), `Version ${number} orders from now on.`);
  }

  reload(): void {
    this.failed.set(null);
    this.reading.reload();
  }

  private async act(name: string, work: () => Promise<OrderingView>, said: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(name);
    this.failed.set(null);
    try {
      this.reading.set(await work());
      this.announcer.say(said);
      return true;
    } catch (error) {
      this.failed.set(problemOf(error));
      return false;
    } finally {
      this.busy.set('');
    }
  }
}
