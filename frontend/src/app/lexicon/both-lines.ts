import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { LexiconStore } from './lexicon-store';
import { differencesOf, sinceOf } from './lexicon-words';

/** Two people on one line: what the other one saved beside what is being written. Nothing is lost before somebody decides. */
@Component({
  selector: 'desk-both-lines',
  template: `
    @if (store.since(); as since) {
      <div class="tell" role="alert"><span><b>{{ told() }}</b>
        @if (!since.now) {<br />What you wrote is kept: <i>Save</i> adds it as a line of its own.}
        @else if (!rows().length) {<br />It says what you wrote.}
        @else {<br />What you wrote is kept. <i>Save</i> puts yours in its place.}</span></div>
      @if (rows().length) {
        <ul class="import-changes" aria-label="Theirs and yours">
          @for (row of rows(); track row.name) {<li><b>{{ row.name }}</b><br /><span class="hint">Theirs:</span> {{ row.theirs }}<br /><span class="hint">Yours:</span> {{ row.yours }}</li>}
        </ul>
        <p class="import-acts"><button type="button" class="btn" (click)="store.takeTheirs()">Take theirs</button></p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BothLines {
  protected readonly store = inject(LexiconStore);
  protected readonly told = computed(() => {
    const since = this.store.since();
    return since && `${sinceOf(since)}, while you wrote.`;
  });
  protected readonly rows = computed(() => {
    const [since, draft, choices] = [this.store.since(), this.store.draft(), this.store.about()?.choices ?? []];
    return since?.now && draft ? differencesOf(since.now, draft, (gives) => choices.find((one) => one.gives === gives)?.name ?? gives) : [];
  });
}
