import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';
import { quoteOf } from './match-suggestions';
import { MeantSigns } from './meant-signs';
import { UnderstoodStore } from './understood-store';
import { UrgencyHint } from './urgency-hint';

/** More fold away. */
const SHOWN = 4;

/** What their own words may ask for: dashed until a person has confirmed it. Nothing of it decides before. */
@Component({
  selector: 'desk-match-understood',
  imports: [Icon, MeantSigns, Told, UrgencyHint],
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
  private readonly signs = viewChild(MeantSigns);
  protected readonly shown = computed(() => (this.all() ? this.store.suggestions() : this.store.suggestions().slice(0, SHOWN)));
  protected readonly more = computed(() => this.store.suggestions().length - this.shown().length);
  protected readonly urgent = computed(() => {
    const sounds = this.store.sounds();
    return sounds && !this.inquiry.inquiry()?.hint?.decision ? { hard: sounds.tier === 'hard', quote: quoteOf(this.store.words(), sounds.because) } : null;
  });

  constructor() {
    const remove = inject(Keys).add({ key: 'y', does: 'to what was understood', also: ['chips', 'heard', 'needs found'], press: () => this.signs()?.reach(0), when: () => this.store.suggestions().length > 0 });
    inject(DestroyRef).onDestroy(remove);
    // The list comes first: it is what was asked for.
    effect(() => {
      if (this.match.found()) untracked(() => void this.store.read());
    });
  }

  /** After the last one the heading of the list has the focus. */
  protected toList(): void {
    this.host.nativeElement.closest('.match')?.querySelector<HTMLElement>('#match-title')?.focus();
  }
}
