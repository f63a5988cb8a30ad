import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session/session';
import { PLACES } from './places';

/** Opens the first room that the roles allow. */
@Component({
  selector: 'desk-start-page',
  template: `<div class="page"><div class="page-in"><h1>Nothing to do here</h1><p>Your account has no room at this desk yet. An administrator can give you a role.</p></div></div>`,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartPage {
  constructor() {
    const session = inject(Session);
    const first = PLACES.find(({ act }) => session.may(act));
    if (first) void inject(Router).navigate([first.path], { replaceUrl: true });
  }
}
