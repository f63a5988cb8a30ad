import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';
import { Icon } from './icon';

/** A dialog: focus goes in, stays in, and comes back to the opener; Escape closes. The browser's own element does all three. */
@Component({
  selector: 'desk-sheet',
  imports: [Icon],
  template: `
    <dialog #box class="sheet-box" [class.sheet-box--wide]="wide()" aria-labelledby="sheet-title" (close)="closed.emit()">
      <div class="sheet-head">
        <h2 id="sheet-title">{{ heading() }}</h2>
        <button type="button" class="btn btn--icon" aria-label="Close" (click)="close()"><svg icon="x"></svg></button>
      </div>
      <ng-content />
    </dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sheet {
  readonly heading = input.required<string>();
  readonly wide = input(false);
  readonly closed = output();
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    afterNextRender(() => this.box().nativeElement.showModal());
  }

  close(): void {
    this.box().nativeElement.close();
  }
}
