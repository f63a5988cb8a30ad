import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { problemOf, type Problem } from '../api/problem';
import type { NeedStatus, NeedView } from '../api/types';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Told } from '../ui/told';
import { TOPICS, TOPIC_WORDS, word } from '../ui/words';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';

const STATUSES: Readonly<Record<NeedStatus, { name: string; icon: IconName; look: string }>> = {
  open: { name: 'No option yet', icon: 'ask', look: 'chip--caution' },
  'options-given': { name: 'Options given', icon: 'mark', look: 'chip--teal' },
  referred: { name: 'Referred', icon: 'send', look: 'chip--info' },
  'partly-met': { name: 'Partly met', icon: 'hour', look: 'chip--line' },
  met: { name: 'Met', icon: 'check', look: 'chip--ok' },
  unmet: { name: 'Not met', icon: 'x', look: 'chip--line' },
  withdrawn: { name: 'No longer asked for', icon: 'undo', look: 'chip--line' },
};

/** What would help, one line each, with where it stands. */
@Component({
  selector: 'desk-needs-part',
  imports: [Icon, Told],
  templateUrl: './needs-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeedsPart {
  protected readonly store = inject(InquiryStore);
  private readonly match = inject(MatchStore);
  protected readonly adding = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly needs = computed(() => (this.store.inquiry()?.needs ?? []).map((need) => ({ ...need, name: word(TOPIC_WORDS, need.topic), state: STATUSES[need.status] ?? STATUSES.open })));
  protected readonly addable = computed(() => {
    const there = new Set(this.needs().map(({ topic }) => topic));
    return TOPICS.filter((topic) => !there.has(topic)).map((code) => ({ code, name: word(TOPIC_WORDS, code) }));
  });

  protected find({ id }: NeedView): void {
    void this.match.open(id);
  }

  protected async add(topic: string): Promise<void> {
    if (!topic) return;
    this.problem.set(null);
    try {
      await this.store.addNeed(topic);
      this.adding.set(false);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
