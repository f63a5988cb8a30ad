import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, read } from '../api/api';
import type { CardHow, CardView, OptionView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { LockScreen } from '../session/lock-screen';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { longDay } from '../ui/time';
import { Told } from '../ui/told';

/** The card to hand over: chosen options in large type, a neutral heading, nothing about why. */
@Component({
  selector: 'desk-card-page',
  imports: [RouterLink, Icon, Told, LockScreen],
  templateUrl: './card-page.html',
  host: { '(document:keydown)': 'lockKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  readonly id = input.required<string>();
  private readonly reading = read<OptionView[]>(() => `/inquiries/${this.id()}/options`);
  protected readonly options = computed(() => (this.reading.hasValue() ? this.reading.value() : []).filter(({ decision }) => decision !== 'declined'));
  protected readonly loading = computed(() => this.reading.isLoading());
  /** What they want; all that is offered while nothing is decided. */
  protected readonly picked = linkedSignal<ReadonlySet<string>>(() => {
    const chosen = this.options().filter(({ decision }) => decision === 'chosen');
    return new Set((chosen.length ? chosen : this.options()).map(({ id }) => id));
  });
  protected readonly how = signal<CardHow>('print');
  protected readonly card = signal<CardView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.failed() ?? (this.reading.error() ? problemOf(this.reading.error()) : null));
  protected readonly day = longDay;
  protected readonly sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text : `${text}.`);

  protected pick(id: string): void {
    this.picked.update((all) => new Set(all.has(id) ? [...all].filter((each) => each !== id) : [...all, id]));
  }

  protected async make(how: CardHow): Promise<void> {
    if (this.busy() || !this.picked().size) return;
    this.busy.set(true);
    this.failed.set(null);
    this.how.set(how);
    const optionIds = this.options().map(({ id }) => id).filter((id) => this.picked().has(id));
    try {
      this.card.set(await this.api.post<CardView>(`/inquiries/${this.id()}/card`, { optionIds, how }));
    } catch (error) {
      this.failed.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected print(): void {
    globalThis.print();
  }

  protected lockKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'l') return;
    event.preventDefault();
    this.session.lock();
  }
}
