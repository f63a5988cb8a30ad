import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { EntryForm } from './entry-form';
import { EntryRow } from './entry-row';
import { ExamplesPart } from './examples-part';
import { LexiconStore } from './lexicon-store';
import { counted, hintsOf, kindsOf, LANGUAGES } from './lexicon-words';
import { SentencesPart } from './sentences-part';
import { TryOut } from './try-out';

const TYPING_MS = 250;

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
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    void this.store.load();
    this.store.refresh();
  }

  protected type(search: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.store.ask({ search }), TYPING_MS);
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
