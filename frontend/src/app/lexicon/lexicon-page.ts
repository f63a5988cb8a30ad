import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { patience } from '../ui/patience';
import { Pause } from '../ui/pause';
import { Told } from '../ui/told';
import { EntryForm } from './entry-form';
import { EntryRow } from './entry-row';
import { ExamplesPart } from './examples-part';
import { LexiconStore } from './lexicon-store';
import { counted, hintsOf, kindsOf, LANGUAGES } from './lexicon-words';
import { SentencesPart } from './sentences-part';
import { TryOut } from './try-out';

/** What people write, and what it means here: looked for, tried, changed. */
@Component({
  selector: 'desk-lexicon-page',
  imports: [EntryForm, EntryRow, ExamplesPart, SentencesPart, Told, TryOut],
  templateUrl: './lexicon-page.html',
  providers: [LexiconStore],
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LexiconPage {
  protected readonly store = inject(LexiconStore);
  protected readonly slow = patience(() => this.store.loading());
  protected readonly languages = LANGUAGES;
  protected readonly kinds = computed(() => kindsOf(this.store.about()?.choices ?? []));
  protected readonly hints = computed(() => this.store.hints().filter(({ heard }) => heard).map(hintsOf));
  protected readonly pages = computed(() => {
    const page = this.store.page();
    return page ? Math.ceil(page.total / page.size) : 0;
  });
  protected readonly tab = signal<'lines' | 'examples' | 'sentences'>('lines');
  protected readonly count = counted;
  private readonly pause = new Pause();

  constructor() {
    void this.store.load();
    this.store.refresh();
  }

  protected type(search: string): void {
    this.pause.before(() => void this.store.ask({ search }));
  }

  protected only(change: object): void {
    void this.store.ask(change);
  }

  protected async turn(page: number): Promise<void> {
    await this.store.ask({ page });
    document.getElementById('lexicon-lines')?.focus();
  }

  protected write(): void {
    this.store.write();
    setTimeout(() => document.getElementById('entry-pattern')?.focus());
  }

  /** Where the form was the button that opened it has the focus. */
  protected closed(): void {
    setTimeout(() => document.getElementById('lexicon-write')?.focus());
  }
}
