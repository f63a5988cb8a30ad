import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** A key that works now. `press` returns nothing; `when` keeps it out of the sheet while it does not apply. */
export interface Shortcut { key: string; does: string; press: () => void; when?: () => boolean }

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Whether the reader is typing there, or choosing in a dialog: single letters then belong to the field. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.closest(FIELDS) !== null || target.closest('dialog') !== null);

/** Single-letter keys (WCAG 2.1.4: one switch turns them all off). Rooms add theirs while they are open. */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly on = signal(true);
  readonly active = signal<readonly Shortcut[]>([]);

  constructor() {
    inject(DOCUMENT).addEventListener('keydown', (event) => this.pressed(event));
  }

  /** Returns what takes them away again. */
  add(...shortcuts: Shortcut[]): () => void {
    this.active.update((all) => [...all, ...shortcuts]);
    return () => this.active.update((all) => all.filter((each) => !shortcuts.includes(each)));
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.on() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || takesLetters(event.target)) return;
    const found = this.active().findLast((each) => each.key.toLowerCase() === event.key.toLowerCase() && (each.when?.() ?? true));
    if (!found) return;
    event.preventDefault();
    found.press();
  }
}
