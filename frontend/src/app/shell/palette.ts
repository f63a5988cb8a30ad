import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Announcer } from '../ui/announcer';
import { KeyCap } from '../ui/key-cap';
import { Sheet } from '../ui/sheet';
import { found, type Entry } from './palette-entries';

/** Everything that can be done now, by its name or another word for it (APG: editable combobox with a list). */
@Component({
  selector: 'desk-palette',
  imports: [KeyCap, Sheet],
  template: `
    <desk-sheet #sheet heading="What would you like to do?" (closed)="over()">
      <label class="sr" for="palette-box">Type a word</label>
      <input #box id="palette-box" class="input" role="combobox" autocomplete="off" spellcheck="false" maxlength="60" placeholder="A word, such as “claim” or “search”" aria-autocomplete="list" aria-expanded="true" aria-controls="palette-list"
        [attr.aria-activedescendant]="shown().length ? 'palette-' + at() : null" (input)="look(box.value)" (keydown)="key($event)" />
      <div id="palette-list" class="palette" role="listbox" aria-label="Actions" (mousedown)="point($event)">
        @for (entry of shown(); track entry.name; let index = $index) {
          <div role="option" [id]="'palette-' + index" [class.is-here]="index === at()" [attr.aria-selected]="index === at()">
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
  private readonly announcer = inject(Announcer);
  private readonly sheet = viewChild.required<Sheet>('sheet');
  private readonly typed = signal('');
  protected readonly at = signal(0);
  protected readonly shown = computed(() => found(this.entries(), this.typed()));
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private chosen: Entry | undefined;

  constructor() {
    afterNextRender(() => setTimeout(() => this.box().nativeElement.focus())); // when the dialog has opened: it takes its first button
  }

  protected look(typed: string): void {
    this.typed.set(typed);
    this.at.set(0);
    const count = this.shown().length;
    this.announcer.say(count === 1 ? '1 action' : `${count} actions`);
  }

  protected key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.shown().length;
    if (step && count) this.move((this.at() + step + count) % count);
    else if (event.key === 'Enter') this.take(this.shown()[this.at()]);
    else return;
    event.preventDefault();
  }

  /** The focus stays in the field: the list is pointed at, never entered. */
  protected point(event: MouseEvent): void {
    event.preventDefault();
    const option = (event.target as Element).closest('[role="option"]');
    if (option) this.take(this.shown()[Number(option.id.replace('palette-', ''))]);
  }

  /** It is done when the dialog is closed and the focus is back where it was: what it does may move it. */
  private take(entry: Entry | undefined): void {
    if (!entry) return;
    this.chosen = entry;
    this.sheet().close();
  }

  protected over(): void {
    this.closed.emit();
    setTimeout(() => this.chosen?.does());
  }

  private move(to: number): void {
    this.at.set(to);
    document.getElementById(`palette-${to}`)?.scrollIntoView({ block: 'nearest' });
  }
}
