import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { debounceTime, merge } from 'rxjs';
import { failure, kept, read } from '../../api/api';
import { Live } from '../../api/live';
import type { LoadView } from '../../api/types';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { patience } from '../../ui/patience';
import { age } from '../../ui/time';
import { Told } from '../../ui/told';
import { FIGURES } from './load-words';
import { CrisesGoing } from '../crisis/crises-going';
import { dutyWords } from '../assign/taker-words';

const VIEWS: Readonly<Record<LoadView['views'][number]['view'], string>> = { all: 'All open requests', new: 'New, nobody yet', review: 'To check', snoozed: 'Snoozed' };

/** Who has how much in their hands, for supervisors. Every number opens its rows; there they are chosen and given to somebody else. */
@Component({
  selector: 'desk-load-page',
  imports: [CrisesGoing, Icon, RouterLink, Told],
  template: `
    <div class="page"><div class="page-in page-in--wide">
      <h1 tabindex="-1">Load</h1>
      <p class="muted">Each number opens its requests. Choose some there and press <i>Give to …</i> to move them. Whether people heard from the desk in time stands in <a routerLink="/promises">Promises kept</a>.</p>
      <desk-crises-going />
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      @if (load(); as all) {
        <section class="stack" aria-labelledby="people-title">
          <h2 id="people-title">By person</h2>
          @if (all.people.length) {
            <table class="people" role="table" aria-labelledby="people-title">
              <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Name</th><th scope="col" role="columnheader">Oldest untouched</th>@for (each of figures; track each.code) {<th scope="col" role="columnheader">{{ each.name }}</th>}<th scope="col" role="columnheader">Tasks</th></tr></thead>
              <tbody role="rowgroup">
                @for (person of all.people; track person.id) {
                  <tr role="row">
                    <td role="cell"><b>{{ person.name }}</b>, <span class="muted small">{{ person.works ? dutyWords(person.duty).toLowerCase() : 'takes no requests any more' }}</span></td>
                    <td role="cell"><span class="people-label muted">Oldest untouched </span>{{ person.oldestUntouched ? since(person.oldestUntouched) : '–' }}</td>
                    @for (each of figures; track each.code) {
                      <td role="cell"><span class="people-label muted" aria-hidden="true">{{ each.name }} </span>
                        @if (person[each.code]) {<a class="num" [routerLink]="['/inquiries']" [queryParams]="{ of: person.id, only: each.code }" [attr.aria-label]="person[each.code] + ' ' + each.title + ', ' + person.name">{{ person[each.code] }}</a>} @else {<span class="muted num">0</span>}
                      </td>
                    }
                    <td role="cell"><span class="people-label muted" aria-hidden="true">Tasks </span>
                      @if (person.tasks) {<a class="num" routerLink="/tasks" [queryParams]="{ of: person.id }" [attr.aria-label]="person.tasks + ' open tasks, ' + person.name">{{ person.tasks }}</a>} @else {<span class="muted num">0</span>}
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          } @else {<p>Nobody works on requests yet. An administrator can invite colleagues.</p>}
        </section>
        <section class="stack" aria-labelledby="views-title">
          <h2 id="views-title">By view</h2>
          <dl class="figures">
            @for (each of all.views; track each.view) {
              <div><dt>{{ views[each.view] }}</dt><dd>
                @if (each.count) {<a class="figure" [routerLink]="['/inquiries']" [queryParams]="each.view === 'all' ? {} : { view: each.view }" [attr.aria-label]="each.count + ', ' + views[each.view]">{{ each.count }}</a><span class="hint">The oldest was sent: {{ since(each.oldest!) }}</span>} @else {<span class="figure muted">0</span>}
              </dd></div>
            }
          </dl>
        </section>
      } @else if (slow()) {<p role="status" class="muted"><svg icon="hour"></svg> Loading</p>}
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadPage {
  private readonly now = inject(Now).value;
  private readonly path = (): string => '/reports/load';
  protected readonly reading = read<LoadView>(this.path);
  protected readonly load = kept<LoadView>(this.path, this.reading);
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly figures = FIGURES;
  protected readonly views = VIEWS;
  protected readonly dutyWords = dutyWords;

  constructor() {
    const live = inject(Live);
    merge(live.events, live.gap).pipe(debounceTime(1_000), takeUntilDestroyed()).subscribe(() => this.reading.reload());
  }

  protected since(at: string): string {
    return age(at, this.now());
  }
}
