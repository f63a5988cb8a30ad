import { ChangeDetectionStrategy, Component, computed, inject, output, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { TryFields } from '../../ui/try-fields';
import { safeTo } from '../contact-rules';
import { InquiryStore } from '../inquiry-store';

/** A try to reach the person. */
@Component({
  selector: 'desk-try-sheet',
  imports: [Icon, Sheet, Told, TryFields],
  template: `
    <desk-sheet #sheet heading="A try to reach them" (closed)="closed.emit()">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save()">
        <p class="tell"><svg icon="shield"></svg><span><b>Contact safely.</b> {{ safe() }}</span></p>
        <desk-try-fields [plan]="plan()" of="try" inPerson="In person, or they came to us" />
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrySheet {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly store = inject(InquiryStore);
  private readonly sheet = viewChild.required(Sheet);
  readonly closed = output();
  protected readonly act = new Act();
  private readonly fields = viewChild.required(TryFields);
  protected readonly plan = computed(() => this.store.inquiry()?.safeContact ?? { channel: 'self' as const, voicemail: null });
  protected readonly safe = computed(() => safeTo(this.plan().channel, this.plan().voicemail));

  protected async save(): Promise<void> {
    const tried = this.fields().tried();
    if (!tried) return;
    if (!(await this.act.run(() => this.api.post(this.store.at('/attempts'), tried)))) return;
    this.announcer.say(tried.result === 'voicemail' ? 'Written down. The clock stands still while we wait for them.' : 'Written down.');
    this.store.reload();
    this.sheet().close();
  }
}
