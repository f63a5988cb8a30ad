import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { faultOf } from '../api/problem';
import { Icon } from '../ui/icon';
import { newId } from '../ui/new-id';
import { OrderingStore } from './ordering-store';

/** Why a version begins to order. */
@Component({
  selector: 'desk-why-form',
  imports: [Icon],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); send()">
      <div class="field">
        <label [for]="id">Why</label>
        <textarea #box [id]="id" class="area" rows="2" maxlength="500" [value]="why()" (input)="why.set(box.value)" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="id + '-hint' + (fault() ? ' ' + id + '-fault' : '')"></textarea>
        <p class="hint" [id]="id + '-hint'">Everybody of the desk reads it here. Name nobody who asks for help.</p>
        @if (fault(); as text) {<p class="fault" [id]="id + '-fault'"><svg icon="alert"></svg>{{ text }}</p>}
      </div>
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.busy() ? true : null">{{ button() }}</button><button type="button" class="btn btn--quiet" (click)="left.emit()">Not now</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyForm {
  protected readonly store = inject(OrderingStore);
  readonly number = input.required<number>();
  readonly button = input.required<string>();
  readonly left = output();
  readonly done = output();
  protected readonly why = signal('');
  protected readonly id = `why-${newId()}`;
  protected readonly fault = (): string | undefined => faultOf(this.store.failed(), 'why');

  protected async send(): Promise<void> {
    if (await this.store.makeLive(this.number(), this.why())) this.done.emit();
  }
}
