import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import { Api, failure, kept, read } from '../../api/api';
import type { MyQualityView, MySampleView, QualityLineView, QualityPersonView } from '../../api/types';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { patience } from '../../ui/patience';
import { longDay } from '../../ui/time';
import { Told } from '../../ui/told';
import { RecordList } from './record-list';
import { ResultsTable } from './results-table';

const SIZES = [1, 3, 5, 10] as const;

/** Closed requests read again: what was drawn and found, for supervisors; what was found of one's own, for who works on requests. */
@Component({
  selector: 'desk-reviews-page',
  imports: [Icon, RecordList, ResultsTable, RouterLink, Told],
  templateUrl: './reviews-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewsPage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly reviews = inject(Session).may('quality.review');
  /** Whose records are shown: what a person's numbers count. */
  readonly of = input<string>();
  private readonly samplePath = (): string | undefined => (this.reviews ? '/quality/sample' : undefined);
  private readonly resultsPath = (): string | undefined => (this.reviews ? '/quality/results' : undefined);
  protected readonly mineReading = read<MyQualityView>(() => '/quality/mine');
  protected readonly sampleReading = read<MySampleView>(this.samplePath);
  protected readonly resultsReading = read<QualityPersonView[]>(this.resultsPath);
  protected readonly ofReading = read<QualityLineView[]>(() => (this.reviews && this.of() ? `/quality/results/${encodeURIComponent(this.of() ?? '')}` : undefined));
  protected readonly mine = kept<MyQualityView>(() => '/quality/mine', this.mineReading);
  protected readonly drawn = kept<MySampleView>(this.samplePath, this.sampleReading);
  protected readonly results = kept<QualityPersonView[]>(this.resultsPath, this.resultsReading);
  protected readonly ofRecords = computed(() => (this.ofReading.hasValue() ? this.ofReading.value() : undefined));
  private readonly failures = [failure(this.mineReading), failure(this.sampleReading), failure(this.resultsReading), failure(this.ofReading)];
  protected readonly problem = computed(() => this.failures.map((each) => each()).find(Boolean) ?? null);
  protected readonly slow = patience(() => this.mineReading.isLoading());
  protected readonly unfinished = computed(() => this.drawn()?.sample?.records.filter(({ doneAt }) => !doneAt).length ?? 0);
  protected readonly size = signal<number>(3);
  protected readonly sizes = SIZES;
  protected readonly act = new Act();
  protected readonly longDay = longDay;

  protected async draw(): Promise<void> {
    const done = await this.act.run(() => this.api.post('/quality/sample', { size: this.size() }));
    this.announcer.say(done ? 'Drawn. The first one is on top of the list.' : (this.act.problem()?.title ?? ''));
    this.sampleReading.reload();
  }

  protected again(): void {
    for (const reading of [this.mineReading, this.sampleReading, this.resultsReading, this.ofReading]) reading.reload();
  }
}
