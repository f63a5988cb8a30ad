import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal, untracked } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { TriedEntry, TriedSentences } from '../api/match-types';
import { faultOf } from '../api/problem';
import { Told } from '../ui/told';
import { BothLines } from './both-lines';
import { LexiconStore } from './lexicon-store';
import { faultsIn, kindsOf, languageOf, LANGUAGES, readingOf, verdictOf, VERDICTS } from './lexicon-words';

/** Typing goes on: the test sentences are read once it pauses. */
const PAUSE_MS = 400;
const SHOWN = 12;

/** A line that is written or changed. What it would do to the test sentences stands below before it is saved. */
@Component({
  selector: 'desk-entry-form',
  imports: [BothLines, Told],
  templateUrl: './entry-form.html',
  host: { class: 'lexicon-form' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryForm {
  readonly closed = output();
  private readonly api = inject(Api);
  protected readonly store = inject(LexiconStore);
  private readonly latest = new Latest();
  protected readonly checking = this.latest.loading;
  protected readonly tried = signal<TriedSentences | null>(null);
  protected readonly languages = LANGUAGES;
  protected readonly line = computed(() => this.store.page()?.items.find(({ id }) => id === this.store.draft()?.id));
  /** Its words came with the product. */
  protected readonly kept = computed(() => this.line()?.author === 'product');
  protected readonly language = languageOf;
  private readonly faults = computed(() => faultsIn(this.store.draft()));
  protected readonly complete = computed(() => !Object.keys(this.faults()).length);
  /** What is missing is said once somebody pressed Save; what cannot be is said at once. */
  private readonly pressed = signal(false);
  protected readonly problem = computed(() => this.store.act.problem() ?? (this.complete() ? this.latest.problem() : null));
  protected readonly kinds = computed(() => kindsOf(this.store.about()?.choices ?? []));
  protected readonly shown = computed(() => (this.tried()?.changed ?? []).slice(0, SHOWN).map((one) => ({ ...one, verdict: verdictOf(one), word: VERDICTS[verdictOf(one)], was: readingOf(one.now), is: readingOf(one.after) })));
  protected readonly broken = computed(() => (this.tried()?.changed ?? []).filter((one) => verdictOf(one) === 'broken').length);
  protected readonly fault = (field: string): string | undefined => {
    const { [field]: own } = this.faults();
    return (own && (own.now || this.pressed()) ? own.words : undefined) ?? faultOf(this.problem(), field);
  };

  constructor() {
    effect((onCleanup) => {
      const draft = this.store.draft();
      const complete = this.complete();
      untracked(() => this.latest.drop());
      if (!draft || !complete) return;
      const timer = setTimeout(() => void this.check(draft), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private check(entry: TriedEntry): Promise<void> {
    return this.latest.read(() => this.api.post<TriedSentences>('/lexicon/try/sentences', { entry }), (tried) => this.tried.set(tried));
  }

  protected set(change: Partial<TriedEntry>): void {
    this.store.act.problem.set(null);
    this.store.draft.update((draft) => draft && { ...draft, ...change });
  }

  protected asLanguage(code: string): TriedEntry['language'] {
    return LANGUAGES.find((one) => one.code === code)?.code ?? '*';
  }

  protected async save(): Promise<void> {
    this.pressed.set(true);
    if (this.complete() && (await this.store.save())) this.closed.emit();
    else setTimeout(() => document.querySelector<HTMLElement>('.lexicon-form [aria-invalid]')?.focus());
  }

  protected leave(): void {
    this.store.draft.set(null);
    this.store.since.set(null);
    this.closed.emit();
  }
}
