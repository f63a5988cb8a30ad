import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';
import { Icon } from './icon';

/** A dialog: focus goes in (to what is marked `data-first`, else to its first control), stays in, and comes back to the opener; Escape closes. The browser's own element does all three. */
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
    afterNextRender(() => {
      const box = this.box().nativeElement;
      box.showModal();
      box.querySelector<HTMLElement>('[data-first]')?.focus();
    });
  }

  close(): void {
    this.box().nativeElement.close();
  }
}
