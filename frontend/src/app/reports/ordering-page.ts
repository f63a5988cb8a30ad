import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Now } from '../ui/now';
import { Told } from '../ui/told';
import { OrderingDraft } from './ordering-draft';
import { OrderingStore } from './ordering-store';
import { changesIn, found, grouped, liveOf, sinceOf } from './ordering-words';
import { ReplayFigures } from './replay-figures';
import { WeightFilter } from './weight-filter';
import { WhyForm } from './why-form';

/** How places are ordered: what counts how much, since when and why. Everybody may read it, a supervisor may try other numbers. */
@Component({
  selector: 'desk-ordering-page',
  imports: [OrderingDraft, ReplayFigures, Told, WeightFilter, WhyForm],
  templateUrl: './ordering-page.html',
  providers: [OrderingStore],
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrderingPage {
  private readonly now = inject(Now).value;
  protected readonly store = inject(OrderingStore);
  /** Number of the version to which somebody is about to go back. */
  protected readonly back = signal(0);
  private readonly shown = computed(() => found(this.store.view()?.weights ?? [], this.store.words()));
  protected readonly count = computed(() => this.shown().length);
  protected readonly groups = computed(() => grouped(this.shown()));
  protected readonly live = computed(() => {
    const view = this.store.view();
    const version = view && liveOf(view);
    return version && { ...version, since: sinceOf(version, this.now())[0] ?? '', said: changesIn(version) };
  });
  protected readonly versions = computed(() => (this.store.view()?.versions ?? []).map((version) => ({ ...version, since: sinceOf(version, this.now()), said: changesIn(version) })));

  protected done(): void {
    this.back.set(0);
    setTimeout(() => document.getElementById('live-title')?.focus());
  }
}
