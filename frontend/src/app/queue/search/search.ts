import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, read } from '../../api/api';
import { Latest } from '../../api/latest';
import type { QueueView, SearchReadView, SearchTotalView, SearchWordView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Duty } from '../../session/duty';
import { colleagueValues, knowColleagues, wordName } from './search-words';

/** A word that is not understood, as it was typed, and what to do. */
export interface Fault { typed: string; detail: string }

/** What the queue is narrowed to. The address holds it; words that are not understood never come there. */
@Injectable()
export class Search {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly latest = new Latest();
  readonly view = signal<QueueView>('all');
  readonly q = signal('');
  readonly words = computed(() => this.q().split(' ').filter(Boolean));
  private readonly asked = computed(() => new URLSearchParams({ view: this.view(), q: this.q() }).toString());
  /** The address of its rows; null for a whole view. */
  readonly path = computed(() => (this.q() ? `/queue/search?${this.asked()}` : null));
  /** Set where the list has more than is loaded: how many there are is asked then. */
  readonly counting = signal(false);
  private readonly counted = read<SearchTotalView>(() => (this.q() && this.counting() ? `/queue/search/total?${this.asked()}` : undefined));
  readonly total = computed(() => (this.counted.hasValue() ? this.counted.value().total : undefined));
  private readonly vocabulary = read<SearchWordView[]>(() => '/queue/search/words');
  private readonly team = inject(Duty).team;
  /** The words of the language, after `by:` with those who work on requests. */
  readonly vocabularyWords = computed(() => (this.vocabulary.hasValue() ? this.vocabulary.value() : []).map((each) => (each.word === 'by' ? { ...each, values: [...each.values, ...colleagueValues(this.team() ?? [])] } : each)));
  readonly problem = this.latest.problem;
  readonly loading = this.latest.loading;
  private readonly typed = signal('');
  readonly faults = computed<readonly Fault[]>(() => {
    const words = this.typed().split(/\s+/).filter(Boolean);
    return (this.problem()?.errors ?? []).map(({ field, detail }) => ({ typed: words[Number(field.replace('words.', ''))] ?? '', detail: detail ?? '' }));
  });

  constructor() {
    effect(() => knowColleagues(this.team() ?? []));
  }

  /** Reads what was typed and goes there; what is not understood stays where it was typed, and is told. */
  async ask(text: string): Promise<void> {
    this.typed.set(text);
    await this.latest.read(() => this.api.post<SearchReadView>('/queue/search/read', { text }), ({ view, words }) => void this.go(words, view ?? this.view()));
    const [fault] = this.faults();
    if (fault) this.announcer.say(`“${fault.typed}” is not understood. ${fault.detail}.`);
  }

  /** An address that was written by hand: put the one way, or taken out of it where it is not understood. */
  async arrive(): Promise<void> {
    const text = this.q();
    this.typed.set(text);
    await this.latest.read(() => this.api.post<SearchReadView>('/queue/search/read', { text }), ({ view, words }) => {
      if (words.join(' ') !== text) void this.go(words, view ?? this.view(), true);
    });
    if (this.problem()?.status === 422) void this.go([], this.view(), true);
  }

  without(written: string): Promise<boolean> {
    this.announcer.say(`${wordName(written)} is taken away.`);
    return this.go(this.words().filter((each) => each !== written));
  }

  /** The view with these words; what is open beside the list stays open. */
  go(words: readonly string[], view = this.view(), replaceUrl = false): Promise<boolean> {
    const tree = this.router.parseUrl(this.router.url);
    tree.queryParams = { ...(view !== 'all' && { view }), ...(words.length && { q: words.join(' ') }) };
    return this.router.navigateByUrl(tree, { replaceUrl });
  }

  forgive(): void {
    this.latest.drop();
    this.problem.set(null);
  }
}
