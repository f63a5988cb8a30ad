import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Decision, OptionView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { verdictIcon, verdictLook } from './verdicts';

const DECISIONS: readonly { code: Decision; name: string }[] = [
  { code: 'chosen', name: 'They want it' },
  { code: 'declined', name: 'Not this one' },
  { code: 'undecided', name: 'Not decided' },
];

/** What was offered, and what the person said. All buttons alike: none is pushed. */
@Component({
  selector: 'desk-options-part',
  imports: [RouterLink, Icon, Told],
  templateUrl: './options-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OptionsPart {
  private readonly now = inject(Now).value;
  protected readonly store = inject(InquiryStore);
  protected readonly decisions = DECISIONS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly icon = verdictIcon;
  protected readonly look = verdictLook;
  protected readonly groups = computed(() => {
    const options = [...this.store.options()].sort((a, b) => a.rank - b.rank);
    return [...new Set(options.map(({ needId }) => needId))].map((needId) => ({ needId, name: this.store.needName(needId), options: options.filter((option) => option.needId === needId) }));
  });

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
