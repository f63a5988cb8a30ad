import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { faultOf } from '../api/problem';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { OrderingStore } from './ordering-store';
import { boundsOf, changesIn, found, grouped } from './ordering-words';
import { ReplayFigures } from './replay-figures';
import { WeightFilter } from './weight-filter';
import { WhyForm } from './why-form';

/** Other numbers, tried before they order: change them, answer past requests again, make them live. */
@Component({
  selector: 'desk-ordering-draft',
  imports: [Icon, ReplayFigures, WeightFilter, WhyForm],
  templateUrl: './ordering-draft.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrderingDraft {
  private readonly now = inject(Now).value;
  protected readonly store = inject(OrderingStore);
  protected readonly draft = computed(() => this.store.view()?.draft ?? null);
  protected readonly editing = signal(false);
  protected readonly going = signal(false);
  protected readonly label = linkedSignal(() => this.draft()?.label ?? '');
  protected readonly weights = computed(() => this.store.view()?.weights ?? []);
  /** What stands in each box: the draft's number, else what is live. */
  protected readonly typed = linkedSignal<Record<string, string>>(() => Object.fromEntries(this.weights().map(({ name, value }) => [name, String(this.draft()?.values[name] ?? value)])));
  private readonly shown = computed(() => found(this.weights(), this.store.words()));
  protected readonly count = computed(() => this.shown().length);
  protected readonly groups = computed(() => grouped(this.shown()));
  protected readonly changes = computed(() => changesIn({ changes: this.draft()?.changes ?? [] }));
  protected readonly replayedAt = computed(() => {
    const at = this.draft()?.replayedAt;
    return at ? moment(at, this.now()) : null;
  });
  protected readonly bounds = boundsOf;

  protected fault(field: string): string | undefined {
    return faultOf(this.store.failed(), field);
  }

  protected type(name: string, text: string): void {
    this.typed.update((now) => ({ ...now, [name]: text }));
  }

  protected open(): void {
    this.editing.set(true);
    setTimeout(() => document.getElementById('draft-label')?.focus());
  }

  /** What was typed and not kept goes. */
  protected leave(): void {
    this.editing.set(false);
    this.store.failed.set(null);
    this.typed.set(Object.fromEntries(this.weights().map(({ name, value }) => [name, String(this.draft()?.values[name] ?? value)])));
    setTimeout(() => document.getElementById('draft-open')?.focus());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.store.save(this.label(), this.typed())) {
      this.editing.set(false);
      setTimeout(() => document.getElementById('draft-replay')?.focus());
    } else {
      this.store.words.set(''); // what is wrong may be hidden
      setTimeout(() => this.toFault());
    }
  }

  /** In the middle of the window: the bar with the buttons would lie over it. */
  private toFault(): void {
    const box = document.querySelector<HTMLElement>('desk-ordering-draft [aria-invalid]');
    box?.focus();
    box?.scrollIntoView({ block: 'center' });
  }

  protected async replay(): Promise<void> {
    await this.store.replay();
  }

  protected async discard(): Promise<void> {
    if (await this.store.discard()) setTimeout(() => document.getElementById('draft-open')?.focus());
  }

  /** The draft is no draft any more. */
  protected done(): void {
    this.going.set(false);
    setTimeout(() => document.getElementById('live-title')?.focus());
  }
}
