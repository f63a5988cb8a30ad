import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Coaching } from '../session/coaching';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** On top of every room: somebody wrote a note about how one of your requests was worked on. It goes when it was opened. */
@Component({
  selector: 'desk-coaching-bar',
  imports: [Icon, RouterLink],
  template: `
    @if (coaching?.unread(); as count) {
      <p class="tell"><svg icon="note"></svg><span>{{ count === 1 ? 'There is a note about a request of yours. Only you, its author and supervisors read it.' : count + ' notes about requests of yours. Only you, their authors and supervisors read them.' }}</span><a class="btn btn--small" routerLink="/reviews">Read<span class="sr"> what was noted</span></a></p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachingBar {
  protected readonly coaching = inject(Session).may('quality.read') ? inject(Coaching) : undefined;
}
