import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AskedView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { INSURANCE_WORDS, LANGUAGE_WORDS } from '../ui/words';
import { InquiryStore } from './inquiry-store';
import { MatchPlace } from './match-place';
import { MatchStore } from './match-store';
import { tokensOf } from './match-tokens';
import { NeedPicker } from './need-picker';

const entries = (words: Readonly<Record<string, string>>): { code: string; name: string }[] => Object.entries(words).map(([code, name]) => ({ code, name }));

/** What was looked for, as tokens that can be taken away, and a small form that changes it. */
@Component({
  selector: 'desk-match-ask',
  imports: [Icon, MatchPlace, NeedPicker],
  templateUrl: './match-ask.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchAsk {
  protected readonly store = inject(MatchStore);
  private readonly inquiry = inject(InquiryStore);
  protected readonly changing = signal(false);
  protected readonly languages = entries(LANGUAGE_WORDS);
  protected readonly payments = entries(INSURANCE_WORDS).filter(({ code }) => code !== 'unknown');
  protected readonly asked = computed(() => this.store.found()?.asked);
  protected readonly tokens = computed(() => {
    const asked = this.asked();
    return asked ? tokensOf(asked, this.store.vocabulary()) : [];
  });

  /** Needs of all topics of the request. */
  protected readonly topics = computed(() => (this.inquiry.inquiry()?.needs ?? []).flatMap(({ topic }) => this.store.vocabulary()?.topics[topic] ?? []));

  protected set<K extends keyof AskedView>(field: K, value: AskedView[K]): void {
    void this.store.change({ [field]: value });
  }

  protected setAge(text: string): void {
    const age = Number.parseInt(text, 10);
    this.set('age', Number.isInteger(age) && age >= 0 && age <= 120 ? age : null);
  }

  protected setFormat(value: string): void {
    this.set('format', value as AskedView['format']);
  }

  protected setPayment(value: string): void {
    this.set('payment', (value || null) as AskedView['payment']);
  }

  protected setTimes(time: AskedView['times'][number], on: boolean): void {
    const times = (this.asked()?.times ?? []).filter((each) => each !== time);
    this.set('times', on ? [...times, time] : times);
  }

  protected setPeer(value: string): void {
    this.set('peer', value as AskedView['peer']);
  }

  protected addNeed(code: string): void {
    const needs = this.asked()?.needs ?? [];
    if (code && !needs.includes(code)) this.set('needs', [...needs, code]);
  }
}
