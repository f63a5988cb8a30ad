import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, read } from '../api/api';
import type { CrosswalkStep, DecideMeaning, FoundTermView, VocabularyTermView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { Told } from '../ui/told';
import { dayOf, meaningOf, RELATIONS, type Chosen } from './vocabulary-words';

/** What a foreign term means in ours: one of our terms, none, or what stood before; and who said what. */
@Component({
  selector: 'desk-meaning-form',
  imports: [Told],
  template: `
    <div class="import-form meaning-form">
      <div class="field"><label [attr.for]="'ours-' + term().id">Our term</label><input #text [id]="'ours-' + term().id" type="search" class="input" maxlength="200" autocomplete="off" [attr.aria-describedby]="'ours-hint-' + term().id" (input)="search.set(text.value)" />
        <span class="hint" [id]="'ours-hint-' + term().id">By its name, or as people say it, in English or Spanish: “can’t pay my rent”, “no puedo dormir”.</span></div>
      @if (search().trim()) {
        <p role="status" class="sr">{{ found().length === 1 ? '1 term found' : found().length + ' terms found' }}</p>
        <fieldset class="meaning-found"><legend class="sr">Terms found</legend>
          @for (one of found(); track one.id) {
            <label class="tick"><input type="radio" [name]="'ours-' + term().id" [checked]="chosen() === one.id" (change)="chosen.set(one.id)" /><span><b>{{ one.name }}</b>&ngsp;<span class="hint">{{ one.taxonomyName }}@if (one.said) { · “{{ one.said }}”}</span><br /><span class="muted">{{ one.description }}</span></span></label>
          } @empty {@if (finding.hasValue()) {<p class="muted">None of ours is called that. Try another word.</p>}}
        </fieldset>
      }
      <div class="field"><label [attr.for]="'relation-' + term().id">How near they are</label>
        <select #how [id]="'relation-' + term().id" class="input" (change)="relation.set(asChosen(how.value))">@for (each of relations; track each.code) {<option [value]="each.code" [selected]="relation() === each.code">{{ each.words }}</option>}</select></div>
      @if (problem(); as told) {<desk-told [problem]="told" />}
      <p class="import-acts">
        <button type="button" class="btn btn--primary" [attr.aria-disabled]="chosen() && !busy() ? null : true" (click)="chosen() && decide({ relation: relation(), termId: chosen() })">Save the meaning</button>
        @if (term().relation !== 'none') {<button type="button" class="btn" [attr.aria-disabled]="busy() ? true : null" (click)="decide({ relation: 'none' })">It has none here</button>}
        @if (term().decidedBy) {<button type="button" class="btn" [attr.aria-disabled]="busy() ? true : null" (click)="undo()">Take the last decision back</button>}
      </p>
      @if (steps().length) {
        <section [attr.aria-label]="'Decisions about ' + term().name"><ol class="meaning-steps">@for (step of steps(); track step.id) {<li>It {{ meaning(step) }}&ngsp;<span class="hint">{{ step.by ?? 'came with the product' }}, {{ day(step.at) }}</span></li>}</ol></section>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeaningForm {
  readonly term = input.required<VocabularyTermView>();
  /** What it means now, in words. */
  readonly saved = output<string>();
  private readonly api = inject(Api);
  protected readonly search = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly relation = signal<Chosen>('exact');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly finding = read<FoundTermView[]>(() => (this.search().trim() ? `/vocabularies/search?search=${encodeURIComponent(this.search().trim())}` : undefined));
  protected readonly found = computed(() => (this.finding.hasValue() ? this.finding.value() : []));
  private readonly history = read<CrosswalkStep[]>(() => (this.term().decisions ? `/vocabularies/terms/${this.term().id}/meaning` : undefined));
  protected readonly steps = computed(() => (this.history.hasValue() ? this.history.value() : []));
  protected readonly relations = RELATIONS;
  protected readonly meaning = meaningOf;
  protected readonly day = dayOf;

  protected asChosen(code: string): Chosen {
    return RELATIONS.find((each) => each.code === code)?.code ?? 'exact';
  }

  protected decide(meaning: DecideMeaning): Promise<void> {
    const name = this.found().find(({ id }) => id === meaning.termId)?.name ?? null;
    return this.during(`/vocabularies/terms/${this.term().id}/meaning`, meaning, meaningOf({ relation: meaning.relation, termName: name }));
  }

  protected undo(): Promise<void> {
    return this.during(`/vocabularies/terms/${this.term().id}/meaning/undo`, {}, 'the last decision was taken back');
  }

  private async during(path: string, body: object, words: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(path, body);
      this.saved.emit(words);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
