import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys } from '../ui/keys';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { MapChoice } from './map/map-choice';
import { MatchMap } from './map/match-map';
import { MatchAsk } from './match-ask';
import { MatchCompare } from './match-compare';
import { MatchFilters } from './match-filters';
import { MatchHit } from './match-hit';
import { MatchLooser } from './match-looser';
import { MatchStore, REAL_CHOICE } from './match-store';
import { MatchUnderstood } from './match-understood';
import { MatchWhy } from './match-why';
import { MatchWide } from './match-wide';
import { TellingLine } from './messages/telling-line';
import { ServiceDetail } from './service-detail';

/** What could help, best first, beside the request that stays in view. */
@Component({
  selector: 'desk-match-drawer',
  imports: [KeyCap, Icon, Told, MatchAsk, MatchCompare, MatchFilters, MatchHit, MatchLooser, MatchMap, MatchUnderstood, MatchWhy, ServiceDetail, TellingLine],
  templateUrl: './match-drawer.html',
  host: { class: 'match', role: 'region', 'aria-labelledby': 'match-title', '(keydown.escape)': 'store.close()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchDrawer {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly inquiry = inject(InquiryStore);
  protected readonly store = inject(MatchStore);
  protected readonly map = inject(MapChoice);
  /** Details stand beside the results where there is room. */
  protected readonly wide = new MatchWide();
  protected readonly why = viewChild(MatchWhy);
  protected readonly slow = patience(() => this.store.loading());
  protected readonly needName = computed(() => this.inquiry.needName(this.store.needId() ?? ''));
  /** Without a strong one the number counts what may help, and says so. */
  protected readonly anyStrong = computed(() => this.store.found()?.results.some(({ fit }) => fit === 'strong') ?? false);
  protected readonly comparing = signal(false);
  protected readonly asksReason = signal(false);
  protected readonly reason = signal('');
  protected readonly choiceWords = computed(() => {
    const missing = this.store.missing();
    return missing === 0 ? 'a real choice' : `${missing === REAL_CHOICE ? 'three make' : missing === 1 ? 'one more makes' : 'two more make'} a real choice`;
  });

  constructor() {
    const opener = document.activeElement;
    const remove = inject(Keys).add(
      { key: 'j', does: 'next service', also: ['down', 'following'], press: () => this.move(1) },
      { key: 'k', does: 'service before', also: ['up', 'previous'], press: () => this.move(-1) },
      { key: 'o', does: 'offer', also: ['hand out', 'let choose', 'give'], press: () => void this.offer(), when: () => this.store.shortlist().length > 0 },
      { key: 'x', does: 'shortlist', also: ['add', 'keep', 'pick'], press: () => this.mark(), when: () => !!this.current() },
      { key: 'c', does: 'mark to compare', also: ['side by side', 'tick'], press: () => this.store.compare(this.current()!), when: () => !!this.current() },
      { key: 'v', does: 'compare what is marked', also: ['side by side', 'differences'], press: () => this.comparing.set(true), when: () => this.store.compared().length > 1 },
    );
    inject(DestroyRef).onDestroy(() => {
      remove();
      if (opener instanceof HTMLElement && opener.isConnected && !this.store.offeredFirst()) opener.focus();
    });
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async offer(): Promise<void> {
    if (!this.store.shortlist().length) return;
    const reason = this.reason().trim();
    if (this.store.missing() && !reason) return this.askReason();
    if (!(await this.store.offer(this.store.missing() ? reason : ''))) return;
    this.asksReason.set(false);
    this.reason.set('');
    this.store.close();
  }

  private askReason(): void {
    this.asksReason.set(true);
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('#fewer')?.focus());
  }

  protected current(): ReturnType<MatchStore['shortlist']>[number] | undefined {
    return this.store.found()?.results[this.store.cursor()];
  }

  private mark(): void {
    const hit = this.current();
    if (hit) this.store.toggle(hit);
  }

  /** A pin leads to its place in the list. */
  protected show(at: number): void {
    this.store.cursor.set(at);
    this.reach();
  }

  private move(step: 1 | -1): void {
    this.store.move(step);
    this.reach();
  }

  private reach(): void {
    const hit = this.host.nativeElement.querySelectorAll<HTMLElement>('.hit')[this.store.cursor()];
    hit?.scrollIntoView({ block: 'nearest' });
    hit?.querySelector('button')?.focus();
  }
}
