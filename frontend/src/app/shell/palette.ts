import { ChangeDetectionStrategy, Component, computed, input, output, signal, viewChild } from '@angular/core';
import { KeyCap } from '../ui/key-cap';
import { PickList } from '../ui/pick-list';
import { Sheet } from '../ui/sheet';
import { found, type Entry } from './palette-entries';

/** Everything that can be done now, by its name or another word for it (APG: editable combobox with a list). */
@Component({
  selector: 'desk-palette',
  imports: [KeyCap, Sheet],
  template: `
    <desk-sheet #sheet heading="What would you like to do?" (closed)="over()">
      <label class="sr" for="palette-box">Type a word</label>
      <input #box data-first id="palette-box" class="input" role="combobox" autocomplete="off" spellcheck="false" maxlength="60" placeholder="A word, such as “claim” or “search”" aria-autocomplete="list" aria-expanded="true" aria-controls="palette-list"
        [attr.aria-activedescendant]="shown().length ? 'palette-' + list.at() : null" (input)="look(box.value)" (keydown)="list.key($event)" />
      <div id="palette-list" class="palette" role="listbox" aria-label="Actions" (mousedown)="list.point($event)">
        @for (entry of shown(); track entry.name; let index = $index) {
          <div role="option" [id]="'palette-' + index" [class.is-here]="index === list.at()" [attr.aria-selected]="index === list.at()">
            <span>{{ entry.name }}</span>@if (entry.key) {<kbd [of]="entry.key"></kbd>}
          </div>
        }
      </div>
      @if (!shown().length) {<p class="hint">Nothing is called that. Try another word, or empty the field to see everything.</p>}
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  readonly entries = input.required<readonly Entry[]>();
  readonly closed = output();
  private readonly sheet = viewChild.required<Sheet>('sheet');
  private readonly typed = signal('');
  protected readonly shown = computed(() => found(this.entries(), this.typed()));
  protected readonly list = new PickList<Entry>({ prefix: 'palette', shown: this.shown, take: (each) => this.take(each), count: (many) => (many === 1 ? '1 action' : `${many} actions`) });
  private chosen: Entry | undefined;

  protected look(typed: string): void {
    this.typed.set(typed);
    this.list.begin();
  }

  /** It is done when the dialog is closed and the focus is back where it was: what it does may move it. */
  private take(entry: Entry): void {
    this.chosen = entry;
    this.sheet().close();
  }

  protected over(): void {
    this.closed.emit();
    setTimeout(() => this.chosen?.does());
  }
}
