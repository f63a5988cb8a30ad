import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { ListingNoteView } from '../api/match-types';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';

/** What colleagues should know of a listing. It never leaves the desk. What was typed stays until it is written down. */
@Component({
  selector: 'desk-listing-notes',
  imports: [Told],
  template: `
    <section aria-labelledby="notes" class="steward-part">
      <h2 id="notes">Notes of colleagues</h2>
      <ul class="notes-of">
        @for (note of notes(); track note.id) {<li><p class="pre">{{ note.text }}</p><p class="hint">{{ note.by }}, {{ when(note) }}</p></li>} @empty {<li class="muted">None yet.</li>}
      </ul>
      <form class="small-form" (submit)="$event.preventDefault(); write()">
        <div class="field"><label for="listing-note">A note</label><textarea #words id="listing-note" class="input" rows="2" maxlength="2000" aria-describedby="listing-note-hint" [value]="text()" (input)="text.set(words.value)"></textarea>
          <p class="hint" id="listing-note-hint">For colleagues only. Name nobody who asks for help.</p></div>
        <p class="acts"><button class="btn" [attr.aria-disabled]="act.busy() || !text().trim() ? true : null">Keep this note</button></p>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
      </form>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingNotes {
  readonly serviceId = input.required<string>();
  private readonly api = inject(Api);
  private readonly now = inject(Now).value;
  private readonly reading = read<ListingNoteView[]>(() => `/directory/services/${this.serviceId()}/notes`);
  private readonly read = computed(() => (this.reading.hasValue() ? this.reading.value() : []));
  protected readonly notes = linkedSignal(() => this.read());
  protected readonly act = new Act();
  protected readonly text = signal('');

  protected when({ at }: ListingNoteView): string {
    return moment(at, this.now());
  }

  protected async write(): Promise<void> {
    const text = this.text().trim();
    if (!text) return;
    await this.act.run(async () => {
      this.notes.set(await this.api.post<ListingNoteView[]>(`/directory/services/${this.serviceId()}/notes`, { text }));
      this.text.set('');
    });
  }
}
