import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Preferences } from '../session/preferences';
import { Announcer } from '../ui/announcer';
import { rekeyed } from '../ui/key-map';
import { KeyCap } from '../ui/key-cap';
import { Keys, roomFirst, type Shortcut } from '../ui/keys';
import { Sheet } from '../ui/sheet';
import { Told } from '../ui/told';

const PACES = [0, 1, 5] as const;

/** Every key that works now, another for each who wants one, and the switch that turns single letters off. */
@Component({
  selector: 'desk-key-sheet',
  imports: [KeyCap, Sheet, Told],
  template: `
    <desk-sheet heading="Keys that work here" (closed)="closed.emit()">
      <dl class="keys-list">
        @for (each of list(); track each.key) {
          <dt><kbd [of]="each.key"></kbd></dt>
          <dd>
            <span class="does">{{ each.does }}</span>
            @if (changing() === each.key) {
              <label><span class="sr">New key for {{ each.does }}</span><input class="input input--key" maxlength="1" autocomplete="off" spellcheck="false" autocapitalize="none" (keydown)="pressed(each, $event)" (blur)="changing.set('')" /></label>
              <span class="hint">Press the new key, or Escape</span>
            } @else if (!each.key.includes(' ')) {
              <button type="button" class="link" [id]="'key-of-' + each.key" (click)="ask(each.key)">Change<span class="sr"> the key for {{ each.does }}</span></button>
            }
          </dd>
        }
        <dt><kbd class="key">Enter</kbd></dt><dd>Open the row that has the focus</dd>
        <dt><kbd class="key">Ctrl</kbd> <kbd class="key">K</kbd></dt><dd>Do something by its name (⌘ on a Mac)</dd>
        <dt><kbd class="key">Ctrl</kbd> <kbd class="key">Shift</kbd> <kbd class="key">L</kbd></dt><dd>Lock the screen (⌘ on a Mac)</dd>
        <dt><kbd class="key">Esc</kbd></dt><dd>Close what is on top</dd>
      </dl>
      @if (preferences.problem(); as told) {<desk-told [problem]="told" />}
      <p><label class="tick"><input #box type="checkbox" [checked]="keys.on()" (change)="preferences.change({ keysOn: box.checked })" /> Single-letter keys are on</label></p>
      <p class="field"><label for="pace">Say aloud that requests arrived</label>
        <select #pace id="pace" class="input" [value]="preferences.value().pace" (change)="say(pace.value)"><option value="1">Every minute at most</option><option value="5">Every five minutes at most</option><option value="0">Only what is urgent</option></select></p>
      @if (keys.chosen().size) {<p><button type="button" class="btn" (click)="back()">All keys as they were</button></p>}
      <p class="hint">They never act while you type in a field. What you choose is kept for you, on every device.</p>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeySheet {
  readonly closed = output();
  protected readonly keys = inject(Keys);
  protected readonly preferences = inject(Preferences);
  private readonly announcer = inject(Announcer);
  protected readonly list = computed(() => roomFirst(this.keys.working()));
  /** The product's key for which another is being chosen. */
  protected readonly changing = signal('');

  protected ask(key: string): void {
    this.changing.set(key);
    setTimeout(() => document.querySelector<HTMLElement>('.input--key')?.focus());
  }

  protected pressed(shortcut: Shortcut, event: KeyboardEvent): void {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const press = event.key.toLowerCase();
    if (/^[!-~]$/.test(press)) {
      void this.preferences.choose(rekeyed(this.keys.chosen(), shortcut.key, press));
      this.announcer.say(`${shortcut.does} is ${press.toUpperCase()} now.`);
    } else if (press !== 'escape') return;
    this.changing.set('');
    setTimeout(() => document.getElementById(`key-of-${shortcut.key}`)?.focus());
  }

  protected say(minutes: string): void {
    void this.preferences.change({ pace: PACES.find((pace) => String(pace) === minutes) ?? 1 });
  }

  protected back(): void {
    void this.preferences.choose(new Map());
    this.announcer.say('All keys are as they were.');
  }
}
