import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act';
import type { VerificationView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { Pause } from '../ui/pause';
import { Told } from '../ui/told';
import { CorrectionsPart } from './corrections-part';
import { ChecksStore } from './checks-store';
import { checkedWords, doubtWords, nextWords, overdueWords, RUNG_WORDS, RUNGS, standingOf, type Standing } from './checks-words';
import { FoundForm } from './found-form';
import { WrittenPart } from './written-part';

/** Which listings are still right: what was found wrong, what waits for a call, what comes next. */
@Component({
  selector: 'desk-checks-page',
  imports: [CorrectionsPart, FoundForm, Icon, Mark, RouterLink, Told, WrittenPart],
  providers: [ChecksStore],
  templateUrl: './checks-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChecksPage {
  protected readonly store = inject(ChecksStore);
  protected readonly now = inject(Now).value;
  protected readonly rungs = RUNGS;
  protected readonly words = RUNG_WORDS;
  protected readonly slow = patience(() => this.store.loading() && !this.store.items().length);
  private readonly pause = new Pause();
  protected readonly choosing = new Act();
  protected readonly overdue = computed(() => overdueWords(this.store.foundCounts()));

  constructor() {
    void this.store.load();
  }

  protected find(text: string): void {
    this.store.search.set(text);
    this.pause.before(() => void this.store.load());
  }

  protected show(value: string): void {
    this.store.rung.set(RUNGS.find((rung) => rung === value) ?? null);
    void this.store.load();
  }

  /** All that the filter finds, also what is not shown. */
  protected chooseFound(): Promise<boolean> {
    return this.choosing.run(() => this.store.chooseFound());
  }

  protected countOf(rung: Standing): number {
    return this.store.counts().get(rung)?.count ?? 0;
  }

  protected standing = (item: VerificationView): { name: string; chip: string } => standingOf(item, this.now());
  protected checked = (item: VerificationView): string => checkedWords(item, this.now());
  protected doubt = (item: VerificationView): string => doubtWords(item, this.now());
  protected next = (item: VerificationView): string => nextWords(item, this.now());
}
