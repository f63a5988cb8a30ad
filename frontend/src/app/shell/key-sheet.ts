import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Keys } from '../ui/keys';
import { Sheet } from '../ui/sheet';

/** Every key that works now, and the switch that turns single letters off. */
@Component({
  selector: 'desk-key-sheet',
  imports: [Sheet],
  template: `
    <desk-sheet heading="Keys that work here" (closed)="closed.emit()">
      <dl class="keys-list">
        @for (each of list(); track each.key) {
          <dt><kbd class="key">{{ each.key === ' ' ? 'Space' : each.key.toUpperCase() }}</kbd></dt><dd>{{ each.does }}</dd>
        }
        <dt><kbd class="key">Enter</kbd></dt><dd>Open the row that has the focus</dd>
        <dt><kbd class="key">Ctrl</kbd> <kbd class="key">Shift</kbd> <kbd class="key">L</kbd></dt><dd>Lock the screen (⌘ on a Mac)</dd>
        <dt><kbd class="key">Esc</kbd></dt><dd>Close what is on top</dd>
      </dl>
      <p><label class="tick"><input #box type="checkbox" [checked]="keys.on()" (change)="keys.on.set(box.checked)" /> Single-letter keys are on</label></p>
      <p class="hint">They never act while you type in a field.</p>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeySheet {
  readonly closed = output();
  protected readonly keys = inject(Keys);
  protected readonly list = computed(() => this.keys.working());
}
