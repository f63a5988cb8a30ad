import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { practising } from '../api/practice-place';
import { FirstSteps } from '../session/first-steps';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** On top of the queue of who never practised, once: a desk of invented people. A demo offers nothing: it is invented itself. */
@Component({
  selector: 'desk-practice-offer',
  imports: [Icon, RouterLink],
  template: `
    @if (offered()) {
      <div class="tell" role="group" aria-label="Practice"><svg icon="peer"></svg>
        <span><b>New at this desk?</b> Practise first, on people who do not exist. Nothing you do there reaches anybody.</span>
        <p class="acts"><a class="btn btn--small" routerLink="/practise">Practise</a>
          <button type="button" class="btn btn--small btn--quiet" (click)="steps.know('practice')">Not now<span class="sr">: do not offer practice again</span></button></p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PracticeOffer {
  private readonly session = inject(Session);
  protected readonly steps = inject(FirstSteps);
  protected readonly offered = computed(() => !practising() && this.session.may('practice.use') && !this.session.me()?.demo && !this.steps.value().practice);
}
