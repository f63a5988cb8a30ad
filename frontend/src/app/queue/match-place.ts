import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { AskedView, PlaceNameView, PlacesView } from '../api/match-types';
import { Told } from '../ui/told';
import { MatchStore } from './match-store';

const SAID: Readonly<Record<PlacesView['certainty'], string>> = {
  sure: '',
  several: 'Several places have this name. Which one?',
  like: 'No place is called so. Did you mean one of these?',
  none: 'No place is called so, and none comes near. The place was not changed.',
};

/** Where to look: a ZIP code, a town or a county. What could mean several places is chosen, never guessed. */
@Component({
  selector: 'desk-match-place',
  imports: [Told],
  template: `
    <label for="ask-place">ZIP or town</label>
    <input #place id="ask-place" class="input" maxlength="80" autocomplete="off" spellcheck="false" [attr.aria-describedby]="said() ? 'ask-place-said' : null" [value]="shown()" (change)="look(place.value)" />
    <p id="ask-place-said" class="hint" role="status">{{ said() }}</p>
    @if (problem(); as told) {<desk-told [problem]="told" />}
    @if (choices().length) {
      <div class="acts" role="group" aria-label="Did you mean">
        @for (choice of choices(); track choice.label) {
          <button type="button" class="btn btn--small" (click)="take(choice)">{{ choice.town ? choice.label + ' ' + choice.town : choice.label }}</button>
        }
      </div>
    }
  `,
  host: { class: 'field full' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchPlace {
  readonly asked = input.required<AskedView>();
  private readonly api = inject(Api);
  private readonly store = inject(MatchStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly latest = new Latest();
  protected readonly problem = this.latest.problem;
  private readonly found = signal<PlacesView | null>(null);
  protected readonly said = computed(() => SAID[this.found()?.certainty ?? 'sure']);
  protected readonly choices = computed(() => this.found()?.places ?? []);
  protected readonly shown = computed(() => this.asked().zip ?? this.asked().town ?? '');

  /** Nothing but digits that are a ZIP code is asked about by itself: the server says when it does not know it. */
  protected async look(typed: string): Promise<void> {
    const text = typed.trim();
    this.found.set(null);
    if (!text || /^\d{5}$/.test(text)) return this.store.change({ zip: text || null, town: null });
    await this.latest.read(() => this.api.post<PlacesView>('/directory/places', { text }), (found) => {
      const [only] = found.places;
      if (found.certainty === 'sure' && only) void this.take(only);
      else this.found.set(found);
    });
  }

  protected take({ label, kind }: PlaceNameView): Promise<void> {
    this.found.set(null);
    this.host.nativeElement.querySelector('input')?.focus();
    return this.store.change(kind === 'zip' ? { zip: label, town: null } : { zip: null, town: label });
  }
}
