import { ChangeDetectionStrategy, Component, inject, output, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Counts } from '../../api/counts';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { GiveForm, type GivenTo } from './give-form';
import { Giving } from './giving';

/** The open request goes to a colleague. */
@Component({
  selector: 'desk-give-sheet',
  imports: [GiveForm, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Give to a colleague" (closed)="closed.emit()">
      <desk-give-form [inquiryId]="store.inquiry()?.id ?? ''" [busy]="giving.act.busy()" (given)="give($event)">
        <button type="button" class="btn btn--quiet" (click)="sheet.close()">Keep it</button>
      </desk-give-form>
      @if (giving.act.problem(); as told) {<desk-told [problem]="told" />}
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GiveSheet {
  private readonly router = inject(Router);
  private readonly counts = inject(Counts);
  private readonly sheet = viewChild.required<Sheet>('sheet');
  protected readonly store = inject(InquiryStore);
  protected readonly giving = inject(Giving);
  readonly closed = output();

  constructor() {
    this.giving.act.problem.set(null);
  }

  protected async give(to: GivenTo): Promise<void> {
    const inquiry = this.store.inquiry();
    if (!inquiry) return;
    if (!(await this.giving.give(inquiry, to))) return this.store.reload(); // refused: its newest version is asked for
    this.sheet().close();
    this.counts.reload();
    void this.router.navigate(['/inquiries'], { queryParamsHandling: 'preserve' });
  }
}
