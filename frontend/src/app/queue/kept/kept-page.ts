import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { failure, kept, read } from '../../api/api';
import type { PromiseCountsView, PromisesView } from '../../api/types';
import { Icon } from '../../ui/icon';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { addressOf, keptWords, OUTCOMES, urgencyName, weekName } from './kept-words';

const CHOICES = [null, 0, 1, 2, 3] as const;

/** Whether people heard from the desk when it was promised, for supervisors. Every number opens its rows. */
@Component({
  selector: 'desk-kept-page',
  imports: [Icon, RouterLink, Told],
  templateUrl: './kept-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptPage {
  private readonly router = inject(Router);
  private readonly path = (): string => '/reports/promises';
  /** 0 now to 3 no rush, of the address; anything else is all of them. */
  readonly urgency = input<string>();
  protected readonly reading = read<PromisesView>(this.path);
  protected readonly report = kept<PromisesView>(this.path, this.reading);
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly chosen = computed(() => CHOICES.find((each) => each !== null && String(each) === this.urgency()) ?? null);
  protected readonly tables = computed(() => {
    const rows = this.report()?.rows ?? [];
    return [
      { id: 'weeks', name: this.chosen() === null ? 'By week' : `By week, ${urgencyName(this.chosen())}`, rows: rows.filter(({ week, urgency }) => week !== null && urgency === this.chosen()), nameOf: ({ week }: PromiseCountsView) => weekName(week) },
      { id: 'urgencies', name: 'By urgency, all twelve weeks', rows: rows.filter(({ week }) => week === null), nameOf: ({ urgency }: PromiseCountsView) => urgencyName(urgency) },
    ];
  });
  protected readonly choices = CHOICES;
  protected readonly outcomes = OUTCOMES;
  protected readonly addressOf = addressOf;
  protected readonly keptWords = keptWords;
  protected readonly urgencyName = urgencyName;

  protected choose(urgency: number | null): void {
    void this.router.navigate([], { queryParams: { urgency }, replaceUrl: true });
  }
}
