import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Told } from '../../ui/told';
import { Giving } from './giving';

/** On top of the queue, for ten seconds: what was given to whom, and the way back. */
@Component({
  selector: 'desk-giving-bar',
  imports: [Icon, KeyCap, Told],
  template: `
    @if (giving.last(); as last) {
      <div class="tell tell--ok part"><svg icon="check"></svg><span><b>Given to {{ last.name }}.</b>{{ ' ' }}<span class="num muted">{{ last.reference }}</span></span>
        <button type="button" class="btn btn--small" (click)="undo()">Take it back <kbd of="z"></kbd></button></div>
    } @else if (giving.act.problem(); as told) {<desk-told class="part" [problem]="told"><button type="button" class="btn btn--small btn--quiet" (click)="giving.act.problem.set(null)">Put away</button></desk-told>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivingBar {
  private readonly router = inject(Router);
  protected readonly giving = inject(Giving);

  constructor() {
    const remove = inject(Keys).add({ key: 'z', does: 'take back what you gave away', also: ['undo', 'revert'], press: () => void this.undo(), when: () => this.giving.last() !== null });
    inject(DestroyRef).onDestroy(remove);
  }

  protected async undo(): Promise<void> {
    const id = await this.giving.undo();
    if (id) void this.router.navigate(['/inquiries', id], { queryParamsHandling: 'preserve' });
  }
}
