import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SavedViewView } from '../api/types';
import { Icon } from '../ui/icon';

/** Kept searches in the rail, each with its number. One whose word died leads to where that is told, never to a list that shows everything. */
@Component({
  selector: 'desk-saved-links',
  imports: [Icon, RouterLink],
  template: `
    @for (each of views(); track each.id) {
      @if (each.dead.length) {
        <a routerLink="/saved-views" [attr.title]="each.name"><svg icon="alert"></svg><span class="t">{{ each.name }}<span class="sr">, needs another look</span></span></a>
      } @else {
        <a routerLink="/inquiries" [queryParams]="{ view: each.view === 'all' ? null : each.view, q: each.q || null }" [attr.aria-current]="each.view === view() && each.q === q() && q() ? 'page' : null" [attr.title]="each.name">
          <svg icon="mark"></svg><span class="t">{{ each.name }}</span>@if (each.count; as n) {<span class="n">{{ n }}</span>}
        </a>
      }
    }
  `,
  host: { role: 'none' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedLinks {
  readonly views = input.required<readonly SavedViewView[]>();
  readonly view = input('all');
  readonly q = input('');
}
