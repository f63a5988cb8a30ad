import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { kept, read } from '../api/api';
import type { LoadedVocabularyView, VocabularyTermPage, VocabularyTermView } from '../api/match-types';
import { problemOf } from '../api/problem';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { MeaningForm } from './meaning-form';
import { aboutVocabulary, counted, decidedOf, meaningOf, unread } from './vocabulary-words';

/** One vocabulary, term by term; of a foreign one what each term means in ours. */
@Component({
  selector: 'desk-vocabulary-page',
  imports: [MeaningForm, RouterLink, Told],
  templateUrl: './vocabulary-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VocabularyPage {
  private readonly route = inject(ActivatedRoute);
  private readonly announcer = inject(Announcer);
  private readonly parameters = toSignal(this.route.paramMap);
  private readonly id = computed(() => this.parameters()?.get('id') ?? '');
  protected readonly search = signal('');
  protected readonly onlyOpen = signal(this.route.snapshot.queryParamMap.get('open') === 'true');
  protected readonly editing = signal<string | null>(null);
  protected readonly all = read<LoadedVocabularyView[]>(() => '/vocabularies');
  private readonly known = kept(() => '/vocabularies', this.all);
  protected readonly vocabulary = computed(() => this.known()?.find(({ id }) => id === this.id()));
  private readonly path = (): string => `/vocabularies/${this.id()}/terms?open=${this.onlyOpen()}&search=${encodeURIComponent(this.search())}`;
  protected readonly reading = read<VocabularyTermPage>(this.path);
  protected readonly page = kept(this.path, this.reading);
  protected readonly problem = computed(() => {
    const error = this.reading.error() ?? this.all.error();
    return error ? problemOf(error) : null;
  });
  protected readonly about = aboutVocabulary;
  protected readonly open = unread;
  protected readonly meaning = meaningOf;
  protected readonly decided = decidedOf;
  protected readonly count = counted;

  protected reload(): void {
    this.reading.reload();
    this.all.reload();
  }

  protected edit(id: string): void {
    this.editing.update((now) => (now === id ? null : id));
  }

  /** The form stays open on a term whose history somebody reads. */
  protected saved(term: VocabularyTermView, words: string): void {
    this.editing.set(null);
    this.announcer.say(`${term.name}: ${words}`);
    this.reload();
    setTimeout(() => this.focus(`meaning-${term.id}`));
  }

  /** Once the list has come anew: a button that moves in it loses the focus. */
  private focus(id: string): void {
    if (this.reading.isLoading()) setTimeout(() => this.focus(id), 30);
    else setTimeout(() => document.getElementById(id)?.focus());
  }
}
