import { ChangeDetectionStrategy, Component, ElementRef, computed, inject } from '@angular/core';
import { Act } from '../../api/act';
import { Counts } from '../../api/counts';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { ReferStore } from './refer-store';
import { KeyCap } from '../../ui/key-cap';

/** Closes the request once every need has ended; before that it says which one goes on. */
@Component({
  selector: 'desk-close-part',
  imports: [KeyCap, Icon, Told],
  template: `
    @if (store.may('close')) {
      <div class="close-line">
        @if (goesOn().length) {
          <p class="hint" id="close-why">Goes on: {{ goesOn().join(', ') }}. The request can close when each need has ended.</p>
        } @else {
          <p class="acts"><button type="button" class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null" (click)="close()">Close the request <kbd of="e"></kbd></button><span class="hint">No need goes on.</span></p>
        }
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
      </div>
    } @else if (closed()) {
      <p class="tell" role="status"><svg icon="check"></svg><span><b>This request is closed.</b> What happened stays readable, and what came of it can still be written down.</span></p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosePart {
  private readonly refer = inject(ReferStore);
  private readonly counts = inject(Counts);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(InquiryStore);
  protected readonly act = new Act();
  protected readonly goesOn = computed(() => this.store.openNeeds().map(({ id }) => this.store.needName(id)));
  protected readonly closed = computed(() => this.store.inquiry()?.status === 'closed');

  focus(): void {
    this.host.nativeElement.querySelector('button')?.focus();
  }

  protected async close(): Promise<void> {
    if (!(await this.act.run(() => this.refer.close()))) return;
    this.counts.reload();
    this.announcer.say('The request is closed.');
  }
}
