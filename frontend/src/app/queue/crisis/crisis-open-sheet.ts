import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../../ui/icon';
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
  imports: [Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Open a crisis record" (closed)="store.opening.set(false)">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save()">
        <fieldset class="choices">
          <legend class="label">What kind of danger is it?</legend>
          @for (each of kinds; track each.code; let first = $first) {
            <label class="tick"><input type="radio" name="crisis-kind" [attr.data-first]="first ? '' : null" [checked]="kind() === each.code" (change)="kind.set(each.code)" />{{ each.name }}</label>
          }
          @if (missing() && !kind()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose what kind of danger it is.</p>}
        </fieldset>
        <fieldset class="choices">
          <legend class="label">Who is in danger?</legend>
          @for (each of whoses; track each.code) {
            <label class="tick"><input type="radio" name="crisis-whose" [checked]="whose() === each.code" (change)="whose.set(each.code)" />{{ each.name }}</label>
          }
        </fieldset>
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
