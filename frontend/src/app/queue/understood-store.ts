import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { MeantView, UnderstoodView } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { InquiryStore } from './inquiry-store';
import { isAsked, keyOf, confirmed, nameOf } from './match-suggestions';
import { MatchStore } from './match-store';

/** What was understood of the person's own words, until somebody has confirmed it or taken it away. Nothing of it is kept. */
@Injectable()
export class UnderstoodStore {
  private readonly api = inject(Api);
  private readonly inquiry = inject(InquiryStore);
  private readonly match = inject(MatchStore);
  private readonly announcer = inject(Announcer);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;
  private readonly found = signal<{ of: string; view: UnderstoodView } | null>(null);
  /** Keys of what somebody took away. */
  private readonly away = signal<ReadonlySet<string>>(new Set());
  /** Of the request that is open, once its words were read. */
  private readonly heard = computed(() => {
    const found = this.found();
    return found?.of === this.inquiry.id() ? found?.view : undefined;
  });
  private readonly view = computed(() => (this.match.isOpen() ? this.heard() : undefined));
  private readonly open = computed<readonly MeantView[]>(() => {
    const asked = this.match.found()?.asked;
    return asked ? (this.heard()?.suggestions ?? []).filter((one) => !this.away().has(keyOf(one)) && !isAsked(one, asked)) : [];
  });
  /** What is still to be confirmed. */
  readonly suggestions = computed<readonly MeantView[]>(() => (this.match.isOpen() ? this.open() : []));
  /** Facts of it, such as no insurance, that a question can ask: they stay beside the needs while the request is open. */
  readonly facts = computed<readonly MeantView[]>(() => this.open().filter(({ taxonomy }) => taxonomy === 'fact'));
  readonly refused = computed(() => this.view()?.away ?? []);
  readonly sounds = computed(() => this.view()?.sounds ?? null);
  readonly words = computed(() => this.inquiry.inquiry()?.words ?? '');

  /** Once for each request: it is a reading of their words, and each reading is written down. */
  async read(): Promise<void> {
    const of = this.inquiry.id();
    if (!of || !this.words() || this.found()?.of === of) return;
    this.away.set(new Set());
    await this.latest.read(() => this.api.get<UnderstoodView>(this.inquiry.at('/understood')), (view) => this.take(of, view));
  }

  /** A hint that was heard stands in the request from now on. */
  private take(of: string, view: UnderstoodView): void {
    this.found.set({ of, view });
    if (view.sounds && !this.inquiry.inquiry()?.hint) this.inquiry.reload();
  }

  /** It is looked for, beside the request, with this. */
  async confirm(one: MeantView): Promise<void> {
    if (!this.match.isOpen()) await this.match.open();
    const asked = this.match.found()?.asked;
    if (!asked) return;
    await this.match.change(confirmed(one, asked));
    this.announcer.say(`${nameOf(one)} is asked for. ${this.match.found()?.total ?? 0} fit.`);
  }

  drop(one: MeantView): void {
    this.away.update((all) => new Set([...all, keyOf(one)]));
    this.announcer.say(`${nameOf(one)} was taken away.`);
  }
}
