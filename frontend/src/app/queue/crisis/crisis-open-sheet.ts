import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { Choices } from '../../ui/choices';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { CrisisStore } from './crisis-store';
import { KINDS, WHOSE } from './crisis-words';

type Kind = (typeof KINDS)[number]['code'];
type Whose = (typeof WHOSE)[number]['code'];

/** Somebody is in danger: what kind of danger, and who. */
@Component({
  selector: 'desk-crisis-open-sheet',
  imports: [Choices, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Open a crisis record" (closed)="store.opening.set(false)">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save()">
        <desk-choices first asks="What kind of danger is it?" [choices]="kinds" [(chosen)]="kind" [fault]="missing() && !kind() ? 'Choose what kind of danger it is.' : ''" />
        <desk-choices asks="Who is in danger?" [choices]="whoses" [(chosen)]="whose" />
        <p class="hint">While it is open the request stays with us: it cannot be closed, given back, snoozed or merged. Nobody is called by it.</p>
        @if (store.act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">Open it</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisOpenSheet {
  private readonly inquiry = inject(InquiryStore);
  private readonly sheet = viewChild.required(Sheet);
  protected readonly store = inject(CrisisStore);
  protected readonly kinds = KINDS;
  protected readonly whoses = WHOSE;
  protected readonly kind = signal<Kind | null>(null);
  protected readonly whose = signal<Whose>(this.inquiry.inquiry()?.asker === 'self' ? 'asker' : 'somebody-else');
  protected readonly missing = signal(false);

  protected async save(): Promise<void> {
    const kind = this.kind();
    if (!kind) return this.missing.set(true);
    if (await this.store.begin({ kind, whose: this.whose() })) this.sheet().close();
  }
}
