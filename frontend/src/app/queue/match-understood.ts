import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, computed, effect, inject, signal, untracked } from '@angular/core';
import type { MeantView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';
import { keyOf, nameOf, quoteOf } from './match-suggestions';
import { UnderstoodStore } from './understood-store';
import { UrgencyHint } from './urgency-hint';

/** More fold away. */
const SHOWN = 4;

/** What their own words may ask for: dashed until a person has confirmed it. Nothing of it decides before. */
@Component({
  selector: 'desk-match-understood',
  imports: [Icon, Told, UrgencyHint],
  templateUrl: './match-understood.html',
  host: { class: 'understood' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchUnderstood {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly match = inject(MatchStore);
  protected readonly store = inject(UnderstoodStore);
  private readonly inquiry = inject(InquiryStore);
  protected readonly all = signal(false);
  protected readonly slow = patience(() => this.store.loading());
  protected readonly lines = computed(() => this.store.suggestions().map((one) => ({ one, key: keyOf(one), name: nameOf(one), quote: quoteOf(this.store.words(), one.because) })));
  protected readonly shown = computed(() => (this.all() ? this.lines() : this.lines().slice(0, SHOWN)));
  protected readonly more = computed(() => this.lines().length - this.shown().length);
  protected readonly urgent = computed(() => {
    const sounds = this.store.sounds();
    return sounds && !this.inquiry.inquiry()?.hint?.decision ? { hard: sounds.tier === 'hard', quote: quoteOf(this.store.words(), sounds.because) } : null;
  });

  constructor() {
    const remove = inject(Keys).add({ key: 'y', does: 'to what was understood', press: () => this.reach(0), when: () => this.store.suggestions().length > 0 });
    inject(DestroyRef).onDestroy(remove);
    // The list comes first: it is what was asked for.
    effect(() => {
      if (this.match.found()) untracked(() => void this.store.read());
    });
  }

  protected async confirm(one: MeantView, at: number): Promise<void> {
    await this.store.confirm(one);
    this.reach(at);
  }

  protected drop(one: MeantView, at: number): void {
    this.store.drop(one);
    this.reach(at);
  }

  /** The next one takes the place, and the focus; after the last the heading of the list has it. */
  private reach(at: number): void {
    setTimeout(() => {
      const chips = this.host.nativeElement.querySelectorAll<HTMLElement>('.suggested-yes');
      (chips[Math.min(at, chips.length - 1)] ?? this.host.nativeElement.closest('.match')?.querySelector<HTMLElement>('#match-title'))?.focus();
    });
  }

  /** Delete on a sign takes it away, Enter confirms it as any button. */
  protected press(event: KeyboardEvent, one: MeantView, at: number): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    this.drop(one, at);
  }
}
