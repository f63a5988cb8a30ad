import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** A key that works now. `press` returns nothing and may ask what was held with it; `when` keeps it out of the sheet while it does not apply. */
export interface Shortcut { key: string; does: string; press: (event?: KeyboardEvent) => void; when?: () => boolean }

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Whether the reader is typing there, or choosing in a dialog: single letters then belong to the field. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.closest(FIELDS) !== null || target.closest('dialog') !== null);

/** One press of one key: nothing held with it that the browser owns. */
const isPlain = (event: KeyboardEvent): boolean => !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat);

/** Single-letter keys (WCAG 2.1.4: one switch turns them all off). Rooms add theirs while they are open. */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly on = signal(true);
  readonly active = signal<readonly Shortcut[]>([]);

  /** What works now: for each key the one added last. */
  readonly working = (): Shortcut[] =>
    this.active().filter((each, at, all) => (each.when?.() ?? true) && all.findLastIndex((other) => other.key === each.key && (other.when?.() ?? true)) === at);

  constructor() {
    const page = inject(DOCUMENT);
    const listen = (event: KeyboardEvent): void => this.pressed(event);
    page.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => page.removeEventListener('keydown', listen));
  }

  /** Returns what takes them away again. */
  add(...shortcuts: Shortcut[]): () => void {
    this.active.update((all) => [...all, ...shortcuts]);
    return () => this.active.update((all) => all.filter((each) => !shortcuts.includes(each)));
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.on() || !isPlain(event) || takesLetters(event.target)) return;
    const found = this.working().find(({ key }) => key === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.press(event);
  }
}
