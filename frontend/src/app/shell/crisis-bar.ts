import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Crises } from '../session/crises';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** On top of every room of a supervisor: who calls one in. It goes when somebody has come, or the record has ended. */
@Component({
  selector: 'desk-crisis-bar',
  imports: [Icon, RouterLink],
  template: `
    @for (each of crises?.calling(); track each.inquiryId) {
      <div class="tell tell--urgent"><svg icon="alert"></svg>
        <span><b>{{ each.owner?.name ?? 'A colleague' }} calls a supervisor in.</b> Somebody may be in danger: <span class="num">{{ each.reference }}</span>.</span>
        <a class="btn btn--small" [routerLink]="['/inquiries', each.inquiryId]">Open<span class="sr"> {{ each.reference }}</span></a>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisBar {
  protected readonly crises = inject(Session).may('load.read') ? inject(Crises) : undefined;
}
