import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failure, read } from '../api/api';
import type { LoadedVocabularyView } from '../api/match-types';
import { Told } from '../ui/told';
import { VocabularyFile } from './vocabulary-file';
import { aboutVocabulary, unread } from './vocabulary-words';

/** The product's own vocabulary and those beside it. */
@Component({
  selector: 'desk-vocabularies-page',
  imports: [RouterLink, Told, VocabularyFile],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Vocabularies</h1>
      <p class="muted">The words by which needs and services are called. Matching reads ours; what the words of others mean in ours is decided here, and their listings gain our words as suggestions to confirm.</p>
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      @for (group of groups(); track group.name) {
        <section [attr.aria-label]="group.name">
          <h2>{{ group.name }}</h2>
          <ul class="checks checks--bare" [attr.aria-label]="group.name" [attr.aria-busy]="reading.isLoading()">
            @for (one of group.items; track one.id) {
              <li>
                <a class="strong" [routerLink]="['/vocabularies', one.id]">{{ one.name }}</a>
                @if (!one.own && !one.published) {<span class="chip">Not shown by the open API</span>}
                @if (one.description !== one.name) {<p class="muted">{{ one.description }}</p>}
                <p class="hint">{{ about(one) }}</p>
                @if (open(one); as words) {<p><a [routerLink]="['/vocabularies', one.id]" [queryParams]="{ open: 'true' }">{{ words }}</a></p>}
              </li>
            } @empty {<li><p class="muted">No other vocabulary was loaded yet. Listings of an import keep the codes of others until theirs is.</p></li>}
          </ul>
        </section>
      } @empty {@if (!problem()) {<p role="status" class="muted">Looking …</p>}}
      <desk-vocabulary-file (taken)="reading.reload()" />
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VocabulariesPage {
  protected readonly reading = read<LoadedVocabularyView[]>(() => '/vocabularies');
  protected readonly groups = computed(() => {
    if (!this.reading.hasValue()) return [];
    const all = this.reading.value();
    return [{ name: 'Of others', items: all.filter(({ own }) => !own) }, { name: 'Ours', items: all.filter(({ own }) => own) }];
  });
  protected readonly problem = failure(this.reading);
  protected readonly about = aboutVocabulary;
  protected readonly open = unread;
}
