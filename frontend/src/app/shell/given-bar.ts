import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Given } from '../session/given';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { topicWords } from '../ui/words';

const SHOWN = 2;

/** On top of every room: what colleagues gave you. It goes when it was opened. */
@Component({
  selector: 'desk-given-bar',
  imports: [Icon, RouterLink],
  template: `
    @for (each of shown(); track each.id) {
      <div class="tell tell--caution"><svg icon="peer"></svg>
        <span><b>{{ each.by.name }} gave you a request:</b> {{ topicWords(each.topics) }}, <span class="num">{{ each.reference }}</span>. “{{ each.reason }}”</span>
        <a class="btn btn--small" [routerLink]="['/inquiries', each.id]">Open<span class="sr"> {{ each.reference }}</span></a>
      </div>
    }
    @if (more(); as count) {<p class="tell tell--caution"><svg icon="peer"></svg><span>{{ count }} more were given to you.</span><a class="btn btn--small" [routerLink]="['/inquiries']" [queryParams]="{ view: 'mine' }">Open Mine</a></p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivenBar {
  protected readonly given = inject(Session).may('queue.read') ? inject(Given) : undefined;
  protected readonly shown = computed(() => this.given?.list().slice(0, SHOWN) ?? []);
  protected readonly more = computed(() => (this.given?.list().length ?? 0) - this.shown().length);
  protected readonly topicWords = topicWords;
}
