import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Decision, OptionView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';
import { HowToGo } from './refer/how-to-go';
import { verdictIcon, verdictLook } from './verdicts';

const DECISIONS: readonly { code: Decision; name: string }[] = [
  { code: 'chosen', name: 'They want it' },
  { code: 'declined', name: 'Not this one' },
  { code: 'undecided', name: 'Not decided' },
];

/** What was offered, and what the person said. All buttons alike: none is pushed. */
@Component({
  selector: 'desk-options-part',
  imports: [RouterLink, HowToGo, Icon, Told],
  templateUrl: './options-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OptionsPart {
  private readonly now = inject(Now).value;
  private readonly match = inject(MatchStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(InquiryStore);
  protected readonly decisions = DECISIONS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly icon = verdictIcon;
  protected readonly look = verdictLook;
  protected readonly groups = computed(() => {
    const options = [...this.store.options()].sort((a, b) => a.rank - b.rank);
    return [...new Set(options.map(({ needId }) => needId))].map((needId) => ({ needId, name: this.store.needName(needId), options: options.filter((option) => option.needId === needId) }));
  });

  constructor() {
    const remove = inject(Keys).add({ key: 'r', does: 'refer', also: ['send to an agency', 'connect', 'way to go'], press: () => this.howToGo()?.focus(), when: () => !!this.howToGo() });
    inject(DestroyRef).onDestroy(remove);
    effect(() => {
      const offered = this.match.offeredFirst();
      if (!offered || this.match.isOpen() || !this.store.options().some(({ id }) => id === offered)) return;
      untracked(() => this.match.offeredFirst.set(null));
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(`#option-${offered}`)?.focus());
    });
  }

  /** The first of the ways of the option that has the focus, else of the first that waits for one. None is pushed. */
  private howToGo(): HTMLElement | null {
    const here = document.activeElement?.closest('.option')?.querySelector<HTMLElement>('.go button');
    return here ?? this.host.nativeElement.querySelector<HTMLElement>('.go button');
  }

  protected saidOf({ decision, why }: OptionView): string {
    return `${DECISIONS.find(({ code }) => code === decision)?.name ?? decision}${why ? `: ${why}` : ''}`;
  }

  protected offered({ offeredAt, offeredBy }: OptionView): string {
    return `Offered ${moment(offeredAt, this.now())} by ${offeredBy.name}`;
  }

  protected async decide(option: OptionView, decision: Decision, why: string): Promise<void> {
    this.problem.set(null);
    try {
      await this.store.decide(option, decision, why.trim());
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
