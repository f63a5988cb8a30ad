import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { ConflictDecided, ConflictView } from '../api/match-types';
import { Latest } from '../api/latest';
import { problemOf, type Problem } from '../api/problem';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { whenOf } from './import-when';
import { givenFieldName } from './import-words';

/** Of a crisis line, two stewards take these over. */
const TWO_PEOPLE: readonly ConflictView['field'][] = ['phones', 'description'];

/** Where a source says otherwise than what was published here: both sides, and the two ways out. */
@Component({
  selector: 'desk-conflicts-part',
  imports: [Told],
  template: `
    @if (items().length || problem() || latest.problem()) {
      <section aria-labelledby="conflicts-title">
        <h2 id="conflicts-title">A source says otherwise ({{ items().length }})</h2>
        <p class="hint">These were published here, and a file says something else. Nothing was overwritten.</p>
        @if (problem() ?? latest.problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="load()">Read again</button></desk-told>}
        <ul class="conflicts" aria-label="A source says otherwise">
          @for (item of items(); track item.id) {
            <li><h3>{{ item.service }}: {{ fieldName(item.field) }}</h3>
              <p class="muted">{{ item.organization }} · {{ item.source }} · since {{ when(item.since) }}</p>
              <div class="conflict-sides">
                <div><p class="hint">Ours</p>@for (line of item.ours; track $index) {<p>{{ line }}</p>} @empty {<p class="muted">Nothing</p>}</div>
                <div><p class="hint">The source's</p>@for (line of item.theirs; track $index) {<p>{{ line }}</p>}</div>
              </div>
              @if (item.crisis && two.includes(item.field)) {<p class="hint">A crisis line: two stewards take over another number or description.@if (item.firstBy) { {{ item.firstBy }} looked first, and would take the source's.}</p>}
              <p class="import-acts"><button type="button" class="btn" [attr.aria-label]="'Keep ours: ' + item.service + ', ' + fieldName(item.field)" [attr.aria-disabled]="busy() ? true : null" (click)="decide(item, 'ours')">Keep ours</button>
                <button type="button" class="btn" [attr.aria-label]="'Take the source’s: ' + item.service + ', ' + fieldName(item.field)" [attr.aria-disabled]="busy() ? true : null" (click)="decide(item, 'theirs')">Take the source's</button></p></li>
          }
        </ul>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictsPart {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly latest = new Latest();
  protected readonly items = signal<readonly ConflictView[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly fieldName = givenFieldName;
  protected readonly two = TWO_PEOPLE;
  protected readonly when = whenOf;

  constructor() {
    void this.load();
  }

  load(): Promise<void> {
    this.problem.set(null);
    return this.latest.read(() => this.api.get<ConflictView[]>('/directory/conflicts'), (items) => this.items.set(items));
  }

  protected async decide({ id }: ConflictView, choice: 'ours' | 'theirs'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const { outcome } = await this.api.post<ConflictDecided>(`/directory/conflicts/${id}/decide`, { choice });
      await this.load();
      this.announcer.say(outcome === 'second' ? 'Written down. A second steward has to say the same.' : choice === 'ours' ? 'Ours is kept.' : "The source's stands now.");
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
