import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Icon } from '../ui/icon';
import { clock } from '../ui/time';
import { ChecksStore, type Run } from './checks-store';
import { foundWords } from './checks-words';

const written = (count: number): string => count.toLocaleString('en-US');

/** What became of the listings that were chosen since the page was opened, press by press, the newest first. */
@Component({
  selector: 'desk-written-part',
  imports: [Icon],
  template: `
    <section class="steward-part" aria-labelledby="written-title">
      <h2 id="written-title">Written down: {{ done() }}</h2>
      @if (gone(); as count) {<p class="found"><svg icon="alert"></svg>{{ count === 1 ? '1 is not there any more; nothing was written of it.' : count + ' are not there any more; nothing was written of them.' }}</p>}
      @for (run of runs(); track run.at) {
        <details (toggle)="turn(run.at)"><summary>{{ run.said }}</summary>
          @if (open().has(run.at)) {<ul class="lines written-rows" tabindex="0" [attr.aria-label]="run.said">@for (row of run.outcomes; track row.serviceId) {<li>{{ row.name || 'A listing' }}: {{ row.done ? 'written down' : 'not there any more' }}</li>}</ul>}
        </details>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WrittenPart {
  private readonly store = inject(ChecksStore);
  protected readonly done = computed(() => written(this.store.outcomes().filter(({ done }) => done).length));
  protected readonly gone = computed(() => this.store.outcomes().filter(({ done }) => !done).length);
  protected readonly runs = computed(() => this.store.runs().filter(({ outcomes }) => outcomes.length).map((run) => ({ ...run, said: said(run) })));
  /** Only what was opened is drawn: a press may be of thousands. */
  protected readonly open = signal<ReadonlySet<Date>>(new Set());

  protected turn(at: Date): void {
    this.open.update((all) => new Set(all.has(at) ? [...all].filter((one) => one !== at) : [...all, at]));
  }
}

/** "2,500 written down, 1 not there any more · All still right, by phone · 10:41 AM". */
function said({ found, at, outcomes }: Run): string {
  const gone = outcomes.filter(({ done }) => !done).length;
  return `${written(outcomes.length - gone)} written down${gone ? `, ${written(gone)} not there any more` : ''} · ${foundWords(found)} · ${clock(at)}`;
}
