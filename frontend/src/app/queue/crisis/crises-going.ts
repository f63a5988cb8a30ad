import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Crises } from '../../session/crises';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { age } from '../../ui/time';

/** On *Load*: which crisis records are open, how long, and whether a supervisor is with each. */
@Component({
  selector: 'desk-crises-going',
  imports: [Icon, RouterLink],
  template: `
    @if (crises.list().length) {
      <section class="stack" aria-labelledby="crises-title">
        <h2 id="crises-title">Open crisis records</h2>
        @for (each of crises.list(); track each.inquiryId) {
          <p class="tell" [class.tell--urgent]="!each.supervisor" [class.tell--caution]="each.supervisor"><svg icon="alert"></svg>
            <span><a class="num" [routerLink]="['/inquiries', each.inquiryId]">{{ each.reference }}</a>, {{ each.owner ? 'with ' + each.owner.name : 'with nobody: its person deleted it' }}, open {{ since(each.openedAt) }}.
              @if (each.supervisor) {{{ each.supervisor.name }} is with it.} @else if (each.calledAt) {<b>A supervisor is called in.</b>} @else {No supervisor is called in yet.}</span></p>
        }
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisesGoing {
  private readonly now = inject(Now).value;
  protected readonly crises = inject(Crises);

  protected since(at: string): string {
    return age(at, this.now());
  }
}
