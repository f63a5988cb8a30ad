import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { PLACES } from './places';

/** An address that leads nowhere, or to a room of other roles: both read the same, and neither is passed over in silence. */
@Component({
  selector: 'desk-not-here-page',
  imports: [RouterLink, Icon],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">This page does not exist or is not yours</h1>
      <p>The address may be mistyped or old, or it belongs to another role. Nothing was changed.</p>
      @if (places().length) {
        <section class="stack" aria-labelledby="not-here-title">
          <h2 id="not-here-title">What you can open</h2>
          <ul class="doors">
            @for (place of places(); track place.name) {
              <li><a [routerLink]="place.path" [queryParams]="place.view && place.view !== 'all' ? { view: place.view } : {}"><svg [icon]="place.icon"></svg>{{ place.name }}</a></li>
            }
          </ul>
        </section>
      } @else {
        <p>Your account has no room at this desk yet. An administrator can give you a role.</p>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotHerePage {
  private readonly session = inject(Session);
  protected readonly places = computed(() => PLACES.filter(({ act }) => this.session.may(act)));
}
