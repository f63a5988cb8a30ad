import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { merge } from 'rxjs';
import { filter } from 'rxjs/operators';
import { Api, kept, read } from '../api/api';
import { Live } from '../api/live';
import type { OptionView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import type { InquiryView, NeedView } from '../api/types';
import { word, TOPIC_WORDS } from '../ui/words';

/** One request and its offered options, read again when something happens to it. */
@Injectable()
export class InquiryStore {
  private readonly api = inject(Api);
  readonly id = signal<string | undefined>(undefined);
  private readonly reading = read<InquiryView>(() => this.path(''));
  private readonly options_ = read<OptionView[]>(() => this.readable('/options'));
  private others: (() => void)[] = [];
  readonly inquiry = kept(() => this.path(''), this.reading);
  private readonly offered = kept(() => this.readable('/options'), this.options_);
  readonly options = computed<readonly OptionView[]>(() => this.offered() ?? []);
  readonly loading = computed(() => this.reading.isLoading());
  readonly problem = computed<Problem | null>(() => (this.reading.error() ? problemOf(this.reading.error()) : null));
  /** Needs that can still be worked on. */
  readonly openNeeds = computed(() => (this.inquiry()?.needs ?? []).filter(({ endReason }) => endReason === null));

  constructor() {
    const live = inject(Live);
    merge(live.events.pipe(filter(({ subject }) => subject === this.id())), live.gap).pipe(takeUntilDestroyed()).subscribe(() => this.reload());
  }

  may(action: string): boolean {
    return this.inquiry()?.actions.includes(action) ?? false;
  }

  reload(): void {
    this.reading.reload();
    this.options_.reload();
    for (const other of this.others) other();
  }

  /** What else is read again whenever the request is. */
  alsoReload(other: () => void): void {
    this.others = [...this.others, other];
  }

  async addNeed(topic: string): Promise<void> {
    await this.api.post<NeedView>(this.at('/needs'), { topic });
    this.reload();
  }

  async release(reason: string): Promise<void> {
    await this.api.post(this.at('/release'), { reason });
    this.reload();
  }

  async decide(option: OptionView, decision: OptionView['decision'], why: string): Promise<void> {
    await this.api.post(`/options/${option.id}/decision`, { decision, ...(why ? { why } : {}) });
    this.reload();
  }

  needName(id: string): string {
    return word(TOPIC_WORDS, this.inquiry()?.needs.find((need) => need.id === id)?.topic ?? 'A need');
  }

  /** `/inquiries/{id}` with `tail`. */
  at(tail: string): string {
    return `/inquiries/${this.id()}${tail}`;
  }

  /** `at(tail)` of a request whose details this actor may read. */
  readable(tail: string): string | undefined {
    return this.may('read') ? this.at(tail) : undefined;
  }

  private path(tail: string): string | undefined {
    return this.id() ? this.at(tail) : undefined;
  }
}
