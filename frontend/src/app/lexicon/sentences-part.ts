import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Act } from '../api/act';
import { Api, failure, kept, read } from '../api/api';
import type { SentencesView, WriteSentence } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { LexiconStore } from './lexicon-store';
import { readingOf, TIER_WORDS } from './lexicon-words';

/** Sentences with what is to be understood of them: those that are not understood so come first. */
@Component({
  selector: 'desk-sentences-part',
  imports: [Told],
  template: `
    <section aria-labelledby="sentences-title" class="lexicon-main">
      <h2 id="sentences-title">Test sentences</h2>
      <p class="muted">Invented sentences with what is to be understood of them. Before a line is saved the desk says which of them it mends or breaks.</p>
      @if (store.mayChange()) {
        <form class="import-form meaning-form" aria-label="A new test sentence" (submit)="$event.preventDefault(); add(said, whom.value, need.value, tier.value)">
          <div class="field"><label for="sentence-text">Sentence</label><input #said id="sentence-text" class="input" minlength="3" maxlength="500" autocomplete="off" required /></div>
          <div class="lexicon-pair">
            <div class="field"><label for="sentence-need">Main need</label><select #need id="sentence-need" class="input"><option value="">None</option>@for (one of needs(); track one.code) {<option [value]="one.code">{{ one.name }}</option>}</select></div>
            <div class="field"><label for="sentence-tier">It sounds</label><select #tier id="sentence-tier" class="input"><option value="none">ordinary</option><option value="soft">heavy</option><option value="hard">urgent</option></select></div>
            <div class="field"><label for="sentence-whom">For</label><select #whom id="sentence-whom" class="input"><option value="">not said</option><option value="self">who writes</option><option value="other">somebody else</option></select></div>
          </div>
          @if (act.problem(); as told) {<desk-told [problem]="told" />}
          <p><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Add the sentence</button></p>
        </form>
      }
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      @if (view(); as all) {
        <p role="status" class="hint num">{{ all.right }} of {{ all.items.length }} are understood as they should be.</p>
        <ul class="checks checks--bare lexicon-lines" aria-label="Test sentences" [attr.aria-busy]="reading.isLoading()">
          @for (one of sorted(); track one.id) {
            <li><p>“{{ one.text }}”@if (!one.now.right) {&ngsp;<span class="chip chip--caution">Not understood so</span>}</p>
              <p class="hint">Should be: {{ told({ needs: one.names, tier: one.tier, right: true }) }}. Now: {{ told(one.now) }}.</p>
              @if (store.mayChange() && one.author === 'desk') {<p><button type="button" class="btn btn--small" [attr.aria-label]="'Delete “' + one.text + '”'" (click)="drop(one.id)">Delete</button></p>}</li>
          }
        </ul>
      } @else if (!problem()) {<p role="status" class="muted">Reading the sentences …</p>}
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentencesPart {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(LexiconStore);
  protected readonly act = new Act();
  protected readonly reading = read<SentencesView>(() => '/lexicon/sentences');
  protected readonly view = kept(() => '/lexicon/sentences', this.reading);
  protected readonly sorted = computed(() => [...(this.view()?.items ?? [])].sort((a, b) => Number(a.now.right) - Number(b.now.right)));
  protected readonly problem = failure(this.reading);
  protected readonly needs = this.store.needs;
  protected readonly told = readingOf;

  protected add(input: HTMLInputElement, whom: string, need: string, tier: string): Promise<void> {
    const body: WriteSentence = { text: input.value, needs: need ? [need] : [], tier: tier in TIER_WORDS ? (tier as WriteSentence['tier']) : 'none', ...((whom === 'self' || whom === 'other') && { whom }) };
    return this.during('The sentence is added.', async () => {
      await this.api.post('/lexicon/sentences', body);
      input.value = '';
    });
  }

  protected drop(id: string): Promise<void> {
    return this.during('The sentence is deleted.', () => this.api.post(`/lexicon/sentences/${id}/delete`));
  }

  private async during(words: string, work: () => Promise<unknown>): Promise<void> {
    if (!(await this.act.run(work))) return;
    this.announcer.say(words);
    this.reading.reload();
  }
}
